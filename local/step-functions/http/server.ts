import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { authenticate, Unauthenticated } from '../../http/authenticate.ts';
import { BodyTooLarge, readBody } from '../../http/read-body.ts';
import { type RunningServer, serve } from '../../http/server.ts';
import type { KeyPair } from '../../http/signature.ts';
import { parseJson } from '../../json-value.ts';
import { ServiceError } from '../service-error.ts';
import type { StepFunctions } from '../step-functions.ts';
import { OPERATIONS } from './operations.ts';

const TARGET_PREFIX = 'AWSStepFunctions.';
/** The limit of AWS for a request of this protocol. */
const REQUEST_LIMIT_BYTES = 1024 * 1024;

/**
 * Serves the Step Functions API (AWS JSON 1.0) to the AWS SDK. A request for another service gets an error that names the
 * service.
 * @param keyPair the only accepted key pair
 */
export function serveStepFunctions(
  port: number,
  stepFunctions: StepFunctions,
  keyPair: KeyPair,
): Promise<RunningServer> {
  return serve('Step Functions', port, async (request, response) => {
    try {
      answer(response, 200, await operate(request, stepFunctions, keyPair));
    } catch (error) {
      const serviceError = asServiceError(error);
      answer(response, 400, { __type: serviceError.code, message: serviceError.message });
    }
  });
}

async function operate(request: IncomingMessage, stepFunctions: StepFunctions, keyPair: KeyPair): Promise<object> {
  const body = await readBody(request, REQUEST_LIMIT_BYTES);
  const service = await authenticate(request, body, keyPair);
  const target = String(request.headers['x-amz-target'] ?? `${request.method} ${request.url}`);
  const operation = OPERATIONS.get(target.replace(TARGET_PREFIX, ''));
  if (service !== 'states' || operation === undefined) {
    throw new ServiceError(
      'UnknownOperationException',
      `The embedded cloud does not support ${target} of the service "${service}".`,
    );
  }
  return operation(parseJson(body.toString('utf8')), stepFunctions);
}

function asServiceError(error: unknown): ServiceError {
  if (error instanceof ServiceError) return error;
  if (error instanceof Unauthenticated) return new ServiceError(error.code, error.message);
  if (error instanceof z.ZodError) return new ServiceError('ValidationException', z.prettifyError(error));
  if (error instanceof SyntaxError) return new ServiceError('SerializationException', error.message);
  if (error instanceof BodyTooLarge)
    return new ServiceError('SerializationException', 'The request is larger than 1 MiB.');
  throw error;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' });
  response.end(JSON.stringify(body));
}
