import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isClientGone } from '../../http/client-gone.ts';
import type { S3Error } from '../errors.ts';
import type { Reply } from '../operations/call.ts';
import { xmlDocument } from './xml.ts';

/** Resolves when the reply is sent or the client has disconnected. */
export async function sendReply(response: ServerResponse, reply: Reply, requestId: string): Promise<void> {
  try {
    response.writeHead(reply.status, { ...lengthHeader(reply), ...reply.headers, 'x-amz-request-id': requestId });
    if (reply.body === undefined || typeof reply.body === 'string') response.end(reply.body);
    else await pipeline(Readable.from(reply.body, { objectMode: true, highWaterMark: 1 }), response);
  } catch (error) {
    if (!response.destroyed) response.destroy();
    if (!isClientGone(error)) throw error;
  } finally {
    await reply.close?.();
  }
}

/** An error in S3's XML format; responses to HEAD, and 304, have no body. */
export function errorReply(error: S3Error, resource: string, requestId: string, method: string): Reply {
  const headers = { ...error.headers, 'content-type': 'application/xml' };
  if (method === 'HEAD' || error.status === 304) return { status: error.status, headers: error.headers };
  const body = xmlDocument(
    'Error',
    [
      ['Code', error.code],
      ['Message', error.message],
      ...Object.entries(error.details),
      ['Resource', resource],
      ['RequestId', requestId],
      ['HostId', 'switchboard'],
    ],
    false,
  );
  return { status: error.status, headers, body };
}

/** A stream's reply already contains its length; a reply to HEAD contains the length that GET would send. */
function lengthHeader({ status, body = '' }: Reply): Record<string, string> {
  if (typeof body !== 'string' || status === 204 || status === 304) return {};
  return { 'content-length': String(Buffer.byteLength(body)) };
}
