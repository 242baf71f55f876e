import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Outcome } from '../functions/types.ts';
import { authenticate, Unauthenticated } from '../http/authenticate.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { KeyPair } from '../http/signature.ts';
import type { Lambda } from './lambda.ts';
import { LambdaError } from './lambda-error.ts';

/** Slightly more than the largest event, so that an event that is too large gets Lambda's error. */
const REQUEST_LIMIT_BYTES = 7 * 1024 * 1024;

const INVOCATIONS = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;

/**
 * Serves Lambda's Invoke to the AWS SDK; other operations of the Lambda API give an error that names them.
 * @param keyPair the only accepted key pair
 */
export function serveLambda(port: number, lambda: Lambda, keyPair: KeyPair): Promise<RunningServer> {
  return serve('Lambda', port, async (request, response, { pathname }) => {
    try {
      answer(response, await invoke(request, pathname, lambda, keyPair));
    } catch (error) {
      const { status, code, message } = asLambdaError(error);
      response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': code });
      response.end(JSON.stringify({ Type: 'User', Message: message }));
    }
  });
}

async function invoke(
  request: IncomingMessage,
  pathname: string,
  lambda: Lambda,
  keyPair: KeyPair,
): Promise<Outcome | undefined> {
  const body = await readBody(request, REQUEST_LIMIT_BYTES);
  await authenticate(request, body, keyPair);
  const [, name] = INVOCATIONS.exec(pathname) ?? [];
  if (request.method !== 'POST' || name === undefined) {
    const call = `${request.method} ${pathname}`;
    throw new LambdaError('InvalidParameterValueException', `The embedded cloud does not support ${call} of Lambda.`);
  }
  const type = String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse');
  return lambda.invoke(decodeURIComponent(name), type, body.toString('utf8'));
}

function asLambdaError(error: unknown): LambdaError {
  if (error instanceof LambdaError) return error;
  if (error instanceof Unauthenticated) return new LambdaError(error.code, error.message);
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
