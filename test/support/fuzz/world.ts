import type { Import } from '../../../functions/imports/domain/import.ts';
import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { startScheduledImport } from '../../../functions/imports/use-cases/uploads/start-scheduled-import.ts';
import type { TestDynamo } from '../dynamodb.ts';
import { routeTable, send, type TestRequest } from '../http.ts';
import { DOCUMENTED_ROUTES } from '../openapi.ts';
import { runAll, type WholeApi, wholeApi } from '../whole-api.ts';
import type { Extras } from './build-request.ts';
import type { Chance } from './chance.ts';
import type { Memory } from './memory.ts';
import { administratorOf, type Target } from './target.ts';

const ROUTES = routeTable(DOCUMENTED_ROUTES);
const FILE = 'Customer ID,Last name,Postcode\nVOUCIM_1,Smith,SW12 2ER\nVOUCIM_2,Ashworth,much too long for it\n';
const PART = new Uint8Array(8 * 1024 * 1024);
const LAST_PART = new Uint8Array(1);
/** It takes half a second. */
const MOST_SENDINGS = 3;
const LARGE = { prefix: 'VOUCIM', fileName: 'large.csv', bytes: 64 * 1024 * 1024 + 1 };
const LOOKED_AT = 40;
const NOTHING_WAITS = { file: [], parts: [], confirmation: [], resumption: [] };

/** The addresses whose answers are documents of a customer. */
const DOCUMENT_PLACE = /^\/crm-tables\/(?<prefix>[^/]+)\/customers\/(?<customerId>[^/]+)\/document/;

/** Handlers called in this process, on one engine in memory. Imports run when the world lets them. */
export class FuzzWorld implements Target {
  readonly api: WholeApi;
  /** The import whose parts have arrived. */
  #sent: { readonly importId: string; readonly parts: readonly { partNumber: number; etag: string }[] } | undefined;
  #sendings = 0;
  /** The parameters of a document that was attached. */
  #document: Readonly<Record<string, string>> | undefined;
  /** Imports by what they wait for. */
  #waiting: Readonly<Record<'file' | 'parts' | 'confirmation' | 'resumption', readonly string[]>> = NOTHING_WAITS;

  constructor(dynamo: TestDynamo) {
    this.api = wholeApi(dynamo);
  }

  async send(method: string, address: string, request: TestRequest) {
    const answer = await send(this.api.handler, ROUTES, method, address, request);
    const place = DOCUMENT_PLACE.exec(address)?.groups;
    if (place && answer.status < 300) this.#noteDocument(method, place, answer.body);
    return answer;
  }

  /** A document is known by its customer: chance would seldom give both. */
  #noteDocument(method: string, place: Readonly<Record<string, string>>, body: unknown): void {
    const { documentId } = Object(body) as { documentId?: string };
    if (method === 'DELETE') this.#document = undefined;
    else if (documentId !== undefined) this.#document = { ...place, documentId, version: '1' };
  }

  async putFile(key: string, body: string): Promise<void> {
    const { bucket, imports } = this.api;
    await bucket.put(key, body);
    if (!key.startsWith('uploads/')) return;
    const versionId = (await bucket.head(key))?.versionId ?? '';
    await startImport(imports, { source: { bucket: 'data', key, versionId }, arrivedAt: imports.clock.now() });
  }

  runImports(): Promise<void> {
    return runAll(this.api.imports);
  }

  async happen(chance: Chance, memory: Memory): Promise<void> {
    this.api.wait(chance.between(1, 90));
    const act = chance.random(10);
    if (act < 4) await this.#arrive(chance);
    else if (act < 5) await this.#fire(chance, memory);
    else if (act < 7) await runAll(this.api.imports);
    else if (act < 8 && this.#waiting.resumption.length === 0) await this.#cancelOne();
    await this.#look(memory);
  }

  extrasOf(key: string): Extras {
    const { parts, confirmation, resumption } = this.#waiting;
    const first = ([importId]: readonly string[]) => (importId === undefined ? {} : { params: { importId } });
    if (key === 'POST /imports/{importId}/complete' && this.#sent) {
      const { importId, parts: sent } = this.#sent;
      return { params: { importId }, body: { parts: sent } };
    }
    if (key.endsWith('/imports/{importId}/parts')) return first(parts);
    if (key === 'POST /imports' && parts.length === 0) return { body: LARGE };
    if (key === 'POST /imports/{importId}/confirm') return first(confirmation);
    if (key.includes('/documents/{documentId}') && this.#document) return { params: this.#document };
    if (key === 'POST /exports/{exportId}/resume') return this.#brokenExport();
    return key === 'POST /imports/{importId}/resume' ? first(resumption) : {};
  }

  /** An export whose workflow ends now without its last step. */
  #brokenExport(): Extras {
    const { started, ended } = this.api.exporting.workflow;
    const [name, input] = [...started].find(([each]) => !ended.has(each)) ?? [];
    if (name === undefined || input === undefined) return {};
    ended.add(name);
    return { params: { exportId: input.exportId } };
  }

  /** Notes which imports wait for something, of those that answers have shown last. */
  async #look(memory: Memory): Promise<void> {
    const ids = memory.values('importId').slice(-LOOKED_AT);
    const records = await Promise.all(ids.map((importId) => this.api.imports.imports.find(importId)));
    const having = (isFound: (record: Import) => boolean) =>
      records.flatMap((record) => (record && isFound(record) ? [record.importId] : []));
    const isAnnounced = ({ status }: Import) => status === 'awaiting-upload';
    this.#waiting = {
      file: having((record) => isAnnounced(record) && !record.announced?.multipart),
      parts: having((record) => isAnnounced(record) && record.announced?.multipart !== undefined),
      confirmation: having(({ status }) => status === 'awaiting-confirmation'),
      resumption: having(({ status, startedAt }) => status === 'cancelled' && startedAt !== undefined),
    };
    const { parts } = this.#waiting;
    const [parted] = parts;
    if (this.#sent && !parts.includes(this.#sent.importId)) this.#sent = undefined;
    if (parted !== undefined && !this.#sent && this.#sendings < MOST_SENDINGS) await this.#sendParts(parted);
  }

  /** The file of an announced import arrives. */
  async #arrive(chance: Chance): Promise<void> {
    if (this.#waiting.file.length === 0) return;
    const record = await this.api.imports.imports.find(chance.pick(this.#waiting.file));
    if (record) await this.putFile(record.source.key, FILE);
  }

  /** A user cancels an import that runs. */
  async #cancelOne(): Promise<void> {
    await this.putFile('uploads/VOUCIM/cancelled.csv', FILE);
    const { call } = administratorOf(this);
    const { body } = await call('GET', '/imports?prefix=VOUCIM');
    const running = body.items.find(({ status }: Import) => status === 'running');
    if (running) await call('POST', `/imports/${running.importId}/cancel`);
    await runAll(this.api.imports);
  }

  /** All parts of an announced import arrive. */
  async #sendParts(importId: string): Promise<void> {
    const { source, announced } = (await this.api.imports.imports.find(importId)) ?? {};
    const uploadId = announced?.multipart?.uploadId;
    if (uploadId === undefined || source === undefined) return;
    this.#sendings += 1;
    const numbers = Array.from({ length: 9 }, (_, index) => index + 1);
    const parts = numbers.map((number) =>
      this.api.bucket.putPart(source.key, uploadId, number, number === 9 ? LAST_PART : PART),
    );
    this.#sent = { importId, parts: await Promise.all(parts) };
  }

  /** The timer of a schedule fires. */
  async #fire(chance: Chance, memory: Memory): Promise<void> {
    const params = memory.params(['prefix', 'scheduleId'], chance);
    if (!params) return;
    const { scheduleId = '', prefix = '' } = params;
    const source = { kind: 'key', key: `inbox/${prefix}/monday.csv` } as const;
    const scheduledAt = this.api.imports.clock.now().toISOString();
    await startScheduledImport(this.api.imports, { schedule: { scheduleId, prefix, source }, scheduledAt });
  }
}
