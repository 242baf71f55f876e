import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome } from '../functions/types.ts';
import { refusalOf } from '../http/loopback-only.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { Lambda } from './lambda.ts';
import { LambdaError } from './lambda-error.ts';

/** A little over the largest event, so that one that is too large is told so in Lambda's words. */
const REQUEST_LIMIT_BYTES = 7 * 1024 * 1024;

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/**
 * Serves Lambda's Invoke to the ordinary SDK; anything else of the Lambda API is an error that names it.
 * @param accessKeyId the only access key that is known
 */
export function serveLambda(port: number, lambda: Lambda, accessKeyId: string): Promise<RunningServer> {
  return serve('Lambda', port, async (request, response) => {
    try {
      answer(response, await invoke(request, lambda, accessKeyId));
    } catch (error) {
      const { status, code, message } = asLambdaError(error);
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': code });
      response.end(JSON.stringify({ Type: 'User', Message: message }));
    }
  });
}

async function invoke(request: IncomingMessage, lambda: Lambda, accessKeyId: string): Promise<Outcome | undefined> {
  const body = (await readBody(request, REQUEST_LIMIT_BYTES)).toString('utf8');
  const refusal = refusalOf(request);
  if (refusal !== undefined) throw new LambdaError('AccessDeniedException', refusal);
  // The signature itself is not checked here.
  const [, key] = /Credential=([^/,]+)\//.exec(request.headers.authorization ?? '') ?? [];
  if (key !== accessKeyId) {
    throw new LambdaError('AccessDeniedException', 'The security token included in the request is invalid.');
  }
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const [, name] = INVOCATIONS.exec(pathname) ?? [];
  if (request.method !== 'POST' || name === undefined) {
    const what = `${request.method} ${pathname}`;
    throw new LambdaError('InvalidParameterValueException', `The embedded cloud does not know ${what} of Lambda.`);
  }
  const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
  return lambda.invoke(decodeURIComponent(name), type, body);
}

function asLambdaError(error: unknown): LambdaError {
  if (error instanceof LambdaError) return error;
  if (error instanceof BodyTooLarge) return new LambdaError('RequestTooLargeException', 'The event is too large.');
  throw error;
}

function answer(response: ServerResponse, outcome: Outcome | undefined): void {
  if (outcome === undefined) {
    response.writeHead(202).end();
  } else if (outcome.ok) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(outcome.payload);
  } else {
    response.writeHead(200, { 'content-type': 'application/json', 'x-amz-function-error': 'Unhandled' });
    response.end(JSON.stringify(outcome.failure));
  }
}
