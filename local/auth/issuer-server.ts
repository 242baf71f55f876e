import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { refusalOf } from '../http/loopback-only.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { LocalIssuer } from './local-issuer.ts';

const REQUEST_LIMIT_BYTES = 64 * 1024;

const TokenRequestSchema = z.object({
  user: z.string().min(1).default('local'),
  groups: z.array(z.string()).default([]),
});

/**
 * Serves tokens to the terminal and the console: `POST /token` with `{user, groups}`, and the public keys. It asks for no
 * password: whoever can reach the loopback address of this machine can read its data directory too. Pages of other sites cannot.
 */
export function serveIssuer(port: number, issuer: LocalIssuer): Promise<RunningServer> {
  return serve('the token issuer', port, async (request, response) => {
    const refusal = refusalOf(request);
    if (refusal !== undefined) return answer(response, 403, { message: refusal });
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET' && pathname === '/.well-known/jwks.json')
      return answer(response, 200, issuer.publicKeys);
    if (request.method === 'POST' && pathname === '/token') return answer(response, ...(await mint(request, issuer)));
    answer(response, 404, { message: 'Not Found' });
  });
}

async function mint(request: IncomingMessage, issuer: LocalIssuer): Promise<[number, object]> {
  try {
    const text = (await readBody(request, REQUEST_LIMIT_BYTES)).toString('utf8');
    const wanted = TokenRequestSchema.parse(JSON.parse(text || '{}'));
    return [200, { access_token: await issuer.mint(wanted), token_type: 'Bearer' }];
  } catch (error) {
    if (error instanceof BodyTooLarge) return [413, { message: 'Request Entity Too Large' }];
    if (error instanceof z.ZodError) return [400, { message: z.prettifyError(error) }];
    if (error instanceof SyntaxError) return [400, { message: 'The body is not JSON.' }];
    throw error;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
