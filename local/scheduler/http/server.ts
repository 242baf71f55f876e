import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { refusalOf } from '../../http/loopback-only.ts';
import { BodyTooLarge, readBody } from '../../http/read-body.ts';
import { type RunningServer, serve } from '../../http/server.ts';
import { parseJson } from '../../json-value.ts';
import type { Scheduler } from '../scheduler.ts';
import { ServiceError } from '../service-error.ts';
import { operate } from './operations.ts';

/** Larger than any schedule: its input alone may have 256 KB. */
const REQUEST_LIMIT_BYTES = 512 * 1024;

/**
 * Serves the EventBridge Scheduler API to the ordinary SDK.
 * @param accessKeyId the only access key that is known
 */
export function serveScheduler(port: number, scheduler: Scheduler, accessKeyId: string): Promise<RunningServer> {
  return serve('EventBridge Scheduler', port, async (request, response) => {
    try {
      answer(response, 200, await answerTo(request, scheduler, accessKeyId));
    } catch (error) {
      const { status, code, message } = asServiceError(error);
      answer(response, status, { Message: message }, { 'x-amzn-errortype': code });
    }
  });
}

async function answerTo(request: IncomingMessage, scheduler: Scheduler, accessKeyId: string): Promise<object> {
  const text = (await readBody(request, REQUEST_LIMIT_BYTES)).toString('utf8');
  const refusal = refusalOf(request);
  if (refusal !== undefined) throw new ServiceError('AccessDeniedException', refusal);
  // The signature itself is not checked here.
  const [, key] = /Credential=([^/,]+)\//.exec(request.headers.authorization ?? '') ?? [];
  if (key !== accessKeyId) {
    throw new ServiceError('AccessDeniedException', 'The security token included in the request is invalid.');
  }
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  return operate(
    { method: request.method ?? '', path, query, body: text === '' ? undefined : parseJson(text) },
    scheduler,
  );
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof z.ZodError) return new ServiceError('ValidationException', z.prettifyError(error));
  if (error instanceof SyntaxError) return new ServiceError('ValidationException', 'The body is not JSON.');
  if (error instanceof BodyTooLarge) return new ServiceError('ValidationException', 'The request is too large.');
  throw error;
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
