import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { authenticate, Unauthenticated } from '../http/authenticate.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import type { KeyPair } from '../http/signature.ts';
import { parseJson } from '../json-value.ts';
import { CognitoError } from './cognito-error.ts';
import { OPERATIONS } from './operations.ts';
import type { UserDirectory } from './user-directory.ts';

const TARGET_PREFIX = 'AWSCognitoIdentityProviderService.';
const REQUEST_LIMIT_BYTES = 64 * 1024;

/**
 * Answers a request of the AWS SDK to the Cognito API (AWS JSON 1.1).
 * @param keyPair the only accepted key pair
 */
export async function answerCognito(
  request: IncomingMessage,
  response: ServerResponse,
  users: UserDirectory,
  keyPair: KeyPair,
): Promise<void> {
  try {
    answer(response, 200, await operate(request, users, keyPair));
  } catch (error) {
    const { code, message } = asCognitoError(error);
    answer(response, 400, { __type: code, message });
  }
}

async function operate(request: IncomingMessage, users: UserDirectory, keyPair: KeyPair): Promise<object> {
  const body = await readBody(request, REQUEST_LIMIT_BYTES);
  const service = await authenticate(request, body, keyPair);
  const target = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
  const operation = OPERATIONS.get(target.replace(TARGET_PREFIX, ''));
  if (service !== 'cognito-idp' || operation === undefined) {
    throw new CognitoError(
      'UnknownOperationException',
      `The embedded cloud does not support ${target} of the service "${service}".`,
    );
  }
  return operation(parseJson(body.toString('utf8')), users);
}

function asCognitoError(error: unknown): CognitoError {
  if (error instanceof CognitoError) return error;
  if (error instanceof Unauthenticated) return new CognitoError(error.code, error.message);
  if (error instanceof z.ZodError) return new CognitoError('InvalidParameterException', z.prettifyError(error));
  if (error instanceof SyntaxError) return new CognitoError('SerializationException', error.message);
  if (error instanceof BodyTooLarge) return new CognitoError('SerializationException', 'The request is too large.');
  throw error;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}
