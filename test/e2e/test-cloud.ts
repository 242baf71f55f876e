import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { bootCloud, type Cloud, type CloudOptions } from '../../local/cloud.ts';
import { startDynamoDb } from '../../local/dynamodb/dynoxide.ts';
import { machineClock, type SchedulerClock } from '../../local/scheduler/clock.ts';
import { serveReported, type TableCall } from '../support/table-calls.ts';

/** An import as `GET /imports/{importId}` shows it. */
export interface ShownImport {
  readonly importId: string;
  readonly status: string;
  readonly fileName: string;
  readonly counts?: Record<'updated' | 'inserted' | 'ignored' | 'failed' | 'total', number> & {
    readonly unprocessed?: number;
  };
  readonly rejection?: { readonly code: string; readonly reason: string };
  readonly progress?: ReadonlyArray<Record<string, number | string>>;
  readonly waiting?: { readonly position: number; readonly reason: string; readonly importId?: string };
  readonly drainsUntil?: string;
  readonly estimate?: { readonly dollars: number };
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly files: ReadonlyArray<{ readonly name: string; readonly bucket: string; readonly key: string }>;
}

/** Each poll runs a function: more polls would slow down the import. */
const POLL_MS = 400;
export const ENDED = ['completed', 'completed-with-failures', 'rejected', 'failed', 'cancelled', 'missed'];

export interface TestCloudOptions {
  readonly limits?: Readonly<Record<string, number>>;
  /** Values for `cdk -c name=value` in addition to the limits. */
  readonly context?: Readonly<Record<string, string>>;
  /** Is called for each call to S3. */
  readonly onObjectCall?: CloudOptions['onObjectCall'];
  /** Is called for each call to DynamoDB. */
  readonly onTableCall?: (call: TableCall) => void;
}

/**
 * The smallest pieces that still make sense: a file of a few kilobytes takes a hundred chunks. Two of them run at once, also
 * on a machine of many cores, so that a test can act while an import is in a stage.
 */
export const TINY_CHUNKS: TestCloudOptions = {
  limits: {
    scanBytes: 2_000,
    partBytes: 1_000,
    mergeBytes: 2_000,
    blockBytes: 500,
    sampleBytes: 200,
    differentiateBytes: 2_000,
    writeRows: 10,
  },
  context: { mapConcurrency: '2' },
};

export const pause = (milliseconds = POLL_MS): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The embedded cloud with a client for each of its doors. */
export class TestCloud {
  readonly dataDir = join(tmpdir(), `switchboard-${randomUUID()}`);
  readonly #options: TestCloudOptions;
  #cloud: Cloud | undefined;
  #engine = new AsyncDisposableStack();

  constructor(options: TestCloudOptions = {}) {
    this.#options = options;
  }

  get cloud(): Cloud {
    if (!this.#cloud) throw new Error('the cloud is not running');
    return this.#cloud;
  }

  /** @param clock the clock that schedules follow; default: the machine's clock */
  async boot(clock: SchedulerClock = machineClock): Promise<void> {
    const { limits = {}, context, onObjectCall, onTableCall } = this.#options;
    const given = process.env.DYNAMODB_ENDPOINT;
    // The cloud reads it once, at its start.
    if (onTableCall) process.env.DYNAMODB_ENDPOINT = await this.#startReportedEngine(given, onTableCall);
    try {
      this.#cloud = await bootCloud({
        dataDir: this.dataDir,
        context: { importLimits: JSON.stringify(limits), ...context },
        minimumPartBytes: 1,
        clock,
        ...(onObjectCall && { onObjectCall }),
      });
    } finally {
      if (given === undefined) delete process.env.DYNAMODB_ENDPOINT;
      else process.env.DYNAMODB_ENDPOINT = given;
    }
  }

  /** @returns the address of an engine that reports each call, and that stops with the cloud */
  async #startReportedEngine(given: string | undefined, report: (call: TableCall) => void): Promise<string> {
    this.#engine = new AsyncDisposableStack();
    const engine = await startDynamoDb(join(this.dataDir, 'dynamodb', 'reported.db'), given);
    this.#engine.defer(() => engine.stop());
    const front = await serveReported(engine.url, report);
    this.#engine.defer(() => front.close());
    return front.url;
  }

  async stop(): Promise<void> {
    await this.#cloud?.stop();
    this.#cloud = undefined;
    await this.#engine.disposeAsync();
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** A token of the person who has the role; of a stranger for a role that nobody has. */
  token(role: string): Promise<string> {
    const person = this.cloud.people.find((each) => each.role === role);
    return this.cloud.token({ user: person?.userId ?? 'stranger' });
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
    role = 'administrator',
  ) {
    const token = await this.token(role);
    const response = await fetch(`${this.cloud.endpoints.api}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
  }

  /** Publishes a CRM table; creates its account (default: the manual's) if it does not exist. */
  async publish(prefix: string, account = 'BRI'): Promise<void> {
    await this.call('POST', '/accounts', { name: 'Brigitte Training', prefix: account, manager: 'Brigitte' });
    const tables = `/accounts/${account}/crm-tables`;
    const created = await this.call('POST', tables, { name: prefix, prefix, defaultCountry: 'GB' });
    const etag = created.headers.get('etag') ?? '';
    const published = await this.call('POST', `${tables}/${prefix}/publish`, undefined, { 'if-match': etag });
    if (published.status >= 300)
      throw new Error(`publishing answered ${published.status}: ${JSON.stringify(published.body)}`);
  }

  get s3(): S3Client {
    const { endpoints, region, credentials } = this.cloud;
    return new S3Client({ endpoint: endpoints.s3, region, credentials, forcePathStyle: true });
  }

  get bucket(): string {
    return this.cloud.outputs.DataBucketName ?? '';
  }

  async upload(key: string, body: string | Uint8Array, metadata: Record<string, string> = {}): Promise<void> {
    await this.s3.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: body, Metadata: metadata }));
  }

  async read(key: string): Promise<string> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
    return (await Body?.transformToString()) ?? '';
  }

  /** The newest `count` imports of a table, once there are so many and all have ended; the oldest of them first. */
  async ended(prefix: string, count: number): Promise<ShownImport[]> {
    for (;;) {
      const { body } = await this.call('GET', `/imports?prefix=${prefix}`);
      const items: ShownImport[] = body.items;
      if (items.length >= count && items.every(({ status }) => ENDED.includes(status))) {
        const newest = items.slice(0, count).reverse();
        return Promise.all(newest.map(async ({ importId }) => (await this.call('GET', `/imports/${importId}`)).body));
      }
      await pause();
    }
  }

  /** The newest import of a table, once the table has had so many. */
  async newest(prefix: string, count = 1): Promise<ShownImport | undefined> {
    const { body } = await this.call('GET', `/imports?prefix=${prefix}&limit=${count}`);
    if (body.items.length < count) return undefined;
    return (await this.call('GET', `/imports/${body.items[0].importId}`)).body;
  }

  /** Waits until the newest import of a table, which is its `count`th, is in a stage and has completed a chunk of it. */
  async reached(prefix: string, stage: string, count = 1): Promise<void> {
    for (;;) {
      const shown = await this.newest(prefix, count);
      const reached = shown?.progress?.find((measured) => measured.stage === stage);
      if (Number(reached?.chunksDone) > 0) return;
      if (shown && ENDED.includes(shown.status)) throw new Error(`the import ended before it was in ${stage}`);
      // A stage of tiny chunks takes seconds.
      await pause(POLL_MS / 4);
    }
  }

  /** The usage of each execution of the import, and the number of chunks of its Maps. */
  executions(): Array<{ readonly transitions: number; readonly historyEvents: number; readonly chunks: number }> {
    const arn = this.cloud.outputs.ImportStateMachineArn ?? '';
    return this.cloud.stepFunctions.list(arn).map(({ transitions, historyEvents, output = '{}' }) => {
      const { plan, scan, cut, route, writes, files } = JSON.parse(output);
      const maps = [
        plan?.chunks,
        scan?.chunks,
        cut?.chunks,
        route?.chunks,
        writes?.inserts,
        writes?.updates,
        files?.chunks,
      ];
      return { transitions, historyEvents, chunks: maps.reduce((sum, items) => sum + (items?.length ?? 0), 0) };
    });
  }

  /** Everything that the functions have logged. */
  async functionLogs(): Promise<string> {
    const folder = join(this.dataDir, 'logs');
    const names = await readdir(folder);
    return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
  }

  /** An output file of an import by the end of its name; undefined if there is none. */
  async file(shown: ShownImport, ending: string): Promise<string | undefined> {
    const found = shown.files.find(({ name }) => name.endsWith(ending));
    return found && this.read(found.key);
  }
}

/** The five counts; undefined until the import has ended. */
export function countsOf({ counts }: ShownImport): ShownImport['counts'] {
  if (!counts) return undefined;
  const { updated, inserted, ignored, failed, total } = counts;
  return { updated, inserted, ignored, failed, total };
}
