import type { IncomingMessage, ServerResponse } from 'node:http';
import { authenticate, Unauthenticated } from '../http/authenticate.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { KeyPair } from '../http/signature.ts';

/** The limit of DynamoDB for a request. */
const REQUEST_LIMIT_BYTES = 16 * 1024 * 1024;

/** The headers of the protocol. All others are dropped: the engine lets pages of every site read its answers. */
const REQUEST_HEADERS = ['authorization', 'content-type', 'x-amz-date', 'x-amz-target'];
const RESPONSE_HEADERS = ['content-type', 'x-amz-crc32', 'x-amzn-requestid'];

/**
 * Serves DynamoDB to clients outside the cloud: verifies a request, which the engine does not, and forwards it. Functions
 * call the engine directly, because all writes of an import would pass through here.
 * @param engineUrl address of the DynamoDB engine
 */
export function serveDynamoDb(port: number, engineUrl: string, keyPair: KeyPair): Promise<RunningServer> {
  return serve('DynamoDB', port, async (request, response) => {
    try {
      await forward(request, response, engineUrl, keyPair);
    } catch (error) {
      const { code, message } = asDynamoDbError(error);
      response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
      response.end(JSON.stringify({ __type: `com.amazon.coral.service#${code}`, message }));
    }
  });
}

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  engineUrl: string,
  keyPair: KeyPair,
): Promise<void> {
  const body = await readBody(request, REQUEST_LIMIT_BYTES);
  const service = await authenticate(request, body, keyPair);
  if (service !== 'dynamodb' || request.method !== 'POST') {
    throw new Unauthenticated(
      'AccessDeniedException',
      `DynamoDB does not support ${request.method} for the service "${service}".`,
    );
  }
  const headers = REQUEST_HEADERS.map((name): [string, string] => [name, String(request.headers[name] ?? '')]);
  const answer = await fetch(engineUrl, {
    method: 'POST',
    headers: [...headers, ['accept-encoding', 'identity']],
    body: new Uint8Array(body),
  });
  for (const name of RESPONSE_HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) response.setHeader(name, value);
  }
  response.writeHead(answer.status);
  response.end(Buffer.from(await answer.arrayBuffer()));
}

function asDynamoDbError(error: unknown): { readonly code: string; readonly message: string } {
  if (error instanceof Unauthenticated) return error;
  if (error instanceof BodyTooLarge) {
    return { code: 'SerializationException', message: `The request is larger than ${REQUEST_LIMIT_BYTES} bytes.` };
  }
  throw error;
}
