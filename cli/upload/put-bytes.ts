import { createReadStream } from 'node:fs';
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestEncrypted } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Presigned } from '../api/imports.ts';
import { CliError } from '../errors.ts';
import { messageOf } from '../fault.ts';
import type { LocalFile } from './local-file.ts';

/** A part of a file: `start` counts from 0. */
export interface ByteRange {
  readonly start: number;
  readonly bytes: number;
}

interface Sending {
  /** Called with the number of bytes of each block that is sent. */
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** A connection without any transfer for this time is broken. */
const STILL_MS = 60_000;

/** A rejection of the upload by the store. */
export class StoreRejection extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The store answered ${status}.`);
    this.status = status;
  }
}

/**
 * Sends a range of a file to a presigned address without holding it in memory. `fetch` does not report the progress of
 * an upload.
 * @returns the ETag
 * @throws StoreRejection, or the connection's error
 */
export async function putBytes(
  { url, headers }: Presigned,
  file: LocalFile,
  { start, bytes }: ByteRange,
  { onBytes, signal }: Sending,
): Promise<string> {
  const send = new URL(url).protocol === 'https:' ? requestEncrypted : requestPlain;
  const request = send(url, { method: 'PUT', headers: { ...headers, 'content-length': String(bytes) }, signal });
  request.setTimeout(STILL_MS, () => request.destroy(new Error('The connection has timed out.')));
  const answered = answerOf(request);
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      onBytes(chunk.length);
      done(null, chunk);
    },
  });
  const source = createReadStream(file.path, { start, end: start + bytes - 1 });
  let isAnswered = false;
  request.once('response', () => {
    isAnswered = true;
  });
  const sent = pipeline(source, counting, request, { signal }).catch((error: unknown) => {
    // A rejection may arrive before all bytes are sent: then it is the reason, not the broken pipe that follows.
    if (!isAnswered) throw error;
  });
  const [response] = await Promise.all([answered, sent]);
  const { statusCode = 0 } = response;
  if (statusCode >= 300) throw new StoreRejection(statusCode);
  return response.headers.etag ?? '';
}

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      // The body is XML for programs; the status suffices.
      response.resume();
      response.once('end', () => resolve(response));
      response.once('error', reject);
    });
  });
}

/** Whether a further attempt with a new address may succeed. */
export function mayBeTakenLater(error: unknown): boolean {
  if (error instanceof CliError) return false;
  // 403: the address has expired. 400: the store has waited too long for the bytes.
  return !(error instanceof StoreRejection) || [400, 403, 408, 429].includes(error.status) || error.status >= 500;
}

/** The error for an upload that was given up. */
export function uploadFailure(error: unknown): unknown {
  if (error instanceof CliError) return error;
  return new CliError('upload.failed', `The upload did not succeed: ${messageOf(error)}`, {
    advice: 'Run the same command again: it continues the upload.',
  });
}
