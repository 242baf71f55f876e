import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { authenticate, Unauthenticated } from '../../http/authenticate.ts';
import { BodyTooLarge, readBody } from '../../http/read-body.ts';
import { type RunningServer, serve } from '../../http/server.ts';
import type { KeyPair } from '../../http/signature.ts';
import { parseJson } from '../../json-value.ts';
import type { Scheduler } from '../scheduler.ts';
import { ServiceError } from '../service-error.ts';
import { operate } from './operations.ts';

/** More than any schedule needs: its input alone may have 256 KB. */
const REQUEST_LIMIT_BYTES = 512 * 1024;

/**
 * Serves the EventBridge Scheduler API to the AWS SDK.
 * @param keyPair the only accepted key pair
 */
export function serveScheduler(port: number, scheduler: Scheduler, keyPair: KeyPair): Promise<RunningServer> {
  return serve('EventBridge Scheduler', port, async (request, response, url) => {
    try {
      answer(response, 200, await answerTo(request, url, scheduler, keyPair));
    } catch (error) {
      const { status, code, message } = asServiceError(error);
      answer(response, status, { Message: message }, { 'x-amzn-errortype': code });
    }
  });
}

async function answerTo(request: IncomingMessage, url: URL, scheduler: Scheduler, keyPair: KeyPair): Promise<object> {
  const bytes = await readBody(request, REQUEST_LIMIT_BYTES);
  await authenticate(request, bytes, keyPair);
  const text = bytes.toString('utf8');
  const { pathname: path, searchParams: query } = url;
  return operate(
    { method: request.method ?? '', path, query, body: text === '' ? undefined : parseJson(text) },
    scheduler,
  );
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof Unauthenticated) return new ServiceError(error.code, error.message);
  if (error instanceof z.ZodError) return new ServiceError('ValidationException', z.prettifyError(error));
  if (error instanceof SyntaxError) return new ServiceError('ValidationException', 'The body is not JSON.');
  if (error instanceof BodyTooLarge) return new ServiceError('ValidationException', 'The request is too large.');
  throw error;
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
