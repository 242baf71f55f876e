import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../../functions/shared/domain/clock.ts';
import { type VerifierOptions, verifySignature } from './auth/verify.ts';
import { admit, type CrossOriginOptions } from './cors/cross-origin.ts';
import { S3Error } from './errors.ts';
import { EventJournal } from './events/event-journal.ts';
import { createListener } from './http/listener.ts';
import { readRequest, type S3Request } from './http/request.ts';
import { errorReply, sendReply } from './http/send.ts';
import type { Reply, Services } from './operations/call.ts';
import { dispatch } from './operations/dispatch.ts';
import type { S3ServerOptions } from './options.ts';
import { Blobs } from './store/blobs.ts';
import { Contents } from './store/contents.ts';
import { Database } from './store/database.ts';
import { Objects } from './store/objects.ts';
import { Uploads } from './store/uploads.ts';

const DEFAULT_REGION = 'us-east-1';
const S3_MINIMUM_PART_BYTES = 5 * 1024 * 1024;

export interface S3Server {
  /** Listens on a loopback address; port 0 takes a free port. Also delivers the events that a crash left undelivered. */
  listen(port: number, host?: '127.0.0.1' | '::1'): Promise<{ port: number }>;
  /** Gives open requests one second to end, then closes the store. */
  close(): Promise<void>;
}

/** An S3-compatible object store in a directory. docs/embedded-cloud.md lists what it enforces and what it lacks. */
export function createS3Server(options: S3ServerOptions): S3Server {
  const reportError = options.reportError ?? ((error: unknown) => console.error(error));
  const services = openStore(options, reportError);
  const { region, clock, database, journal } = services;
  const rules = new Map(options.buckets.map(({ name, corsRules = [] }) => [name, corsRules]));
  const checks: Checks = {
    verifier: { credentials: options.credentials, region, clock },
    crossOrigin: {
      rulesOf: (bucketName) => rules.get(bucketName ?? '') ?? [],
      awsOrigin: options.awsOrigin ?? ((origin) => origin),
    },
    reportError,
  };
  const listener = createListener((message, response) =>
    answer(services, checks, message, response).catch(reportError),
  );
  return {
    listen: async (port, host = '127.0.0.1') => {
      const listeningPort = await listener.listen(port, host);
      journal.wake();
      return { port: listeningPort };
    },
    close: async () => {
      await journal.stop();
      await listener.close();
      await database.close();
    },
  };
}

function openStore(options: S3ServerOptions, reportError: (error: unknown) => void): Services {
  const clock = options.clock ?? systemClock;
  const database = new Database(options.directory);
  const blobs = new Blobs(database, options.directory);
  const contents = new Contents(database, blobs);
  return {
    database,
    blobs,
    contents,
    objects: new Objects(database, contents),
    uploads: new Uploads(database, contents),
    journal: new EventJournal(database, { handler: options.onObjectEvent, reportError }),
    buckets: new Map(options.buckets.map((bucket) => [bucket.name, bucket])),
    region: options.region ?? DEFAULT_REGION,
    minimumPartBytes: options.minimumPartBytes ?? S3_MINIMUM_PART_BYTES,
    startedAt: clock.now(),
    clock,
    onCall: options.onCall,
  };
}

/** What a request has to pass before it is performed. */
interface Checks {
  readonly verifier: VerifierOptions;
  readonly crossOrigin: CrossOriginOptions;
  readonly reportError: (error: unknown) => void;
}

async function answer(
  services: Services,
  checks: Checks,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = randomBytes(8).toString('hex').toUpperCase();
  const failed = (error: unknown): Reply => {
    if (!(error instanceof S3Error)) checks.reportError(error);
    const known = error instanceof S3Error ? error : new S3Error('InternalError');
    return errorReply(known, message.url?.split('?')[0] ?? '', id, message.method ?? '');
  };
  await sendReply(response, await replyTo(services, checks, message, response, id, failed).catch(failed), id);
}

/** A page that a rule lets in may also read the errors. */
async function replyTo(
  services: Services,
  { verifier, crossOrigin }: Checks,
  message: IncomingMessage,
  response: ServerResponse,
  id: string,
  failed: (error: unknown) => Reply,
): Promise<Reply> {
  const request = readRequest(message, id);
  const admission = admit(request, crossOrigin);
  const reply = admission.reply ?? (await perform(services, verifier, request, response).catch(failed));
  return { ...reply, headers: { ...reply.headers, ...admission.headers } };
}

async function perform(
  services: Services,
  verifier: VerifierOptions,
  request: S3Request,
  response: ServerResponse,
): Promise<Reply> {
  const signature = await verifySignature(request, verifier);
  if (request.headers.get('expect')?.toLowerCase() === '100-continue') response.writeContinue();
  return dispatch(services, request, signature);
}
