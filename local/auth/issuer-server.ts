import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { answerCognito } from '../cognito/answer-cognito.ts';
import type { UserDirectory } from '../cognito/user-directory.ts';
import { rejectionOf } from '../http/loopback-only.ts';
import { BodyTooLarge, readBody } from '../http/read-body.ts';
import { type RunningServer, serve } from '../http/server.ts';
import type { KeyPair } from '../http/signature.ts';
import type { LocalIssuer } from './local-issuer.ts';
import type { SignInServer } from './oauth/sign-in-server.ts';
import { ADMINISTRATOR } from './people.ts';

const REQUEST_LIMIT_BYTES = 64 * 1024;

const TokenRequestSchema = z.strictObject({
  user: z.string().min(1).default(ADMINISTRATOR.userId),
});

interface Issuing {
  readonly issuer: LocalIssuer;
  readonly signIn: SignInServer;
  readonly users: UserDirectory;
  /** The only key pair that the Cognito API accepts. */
  readonly keyPair: KeyPair;
}

/**
 * Serves the Cognito API to the AWS SDK, the sign-in of browsers, and tokens to programs of this machine: `POST /token` with `{user}`, a user id, by
 * default the administrator's. It demands no password: a program that reaches the loopback address of this machine can
 * also read its data directory. Pages of other sites are rejected.
 */
export function serveIssuer(port: number, { issuer, signIn, users, keyPair }: Issuing): Promise<RunningServer> {
  return serve('the token issuer', port, async (request, response, { pathname, searchParams: query }) => {
    const rejection = rejectionOf(request);
    if (rejection !== undefined) return answer(response, 403, { message: rejection });
    try {
      if (request.headers['x-amz-target'] !== undefined) return await answerCognito(request, response, users, keyPair);
      if (request.method === 'POST' && pathname === '/token')
        return await answerToken(request, response, { issuer, users });
      const route = signIn.routes[`${request.method} ${pathname}`];
      if (route === undefined) return answer(response, 404, { message: 'Not Found' });
      await route({ request, response, query });
    } catch (error) {
      const rejected = bodyRejection(error);
      if (rejected === undefined) throw error;
      answer(response, rejected.status, { message: rejected.message });
    }
  });
}

/** Answers JSON, or the bare token for `Accept: text/plain`, so that a shell needs no JSON parser. */
async function answerToken(
  request: IncomingMessage,
  response: ServerResponse,
  { issuer, users }: Pick<Issuing, 'issuer' | 'users'>,
): Promise<void> {
  const text = (await readBody(request, REQUEST_LIMIT_BYTES)).toString('utf8');
  const requested = TokenRequestSchema.parse(JSON.parse(text || '{}'));
  if (!users.find(requested.user)?.isEnabled) {
    return answer(response, 400, { message: `There is no user ${requested.user}, or the user is disabled.` });
  }
  const token = await issuer.mint(requested);
  if (request.headers.accept === 'text/plain') response.writeHead(200, { 'content-type': 'text/plain' }).end(token);
  else answer(response, 200, { access_token: token, token_type: 'Bearer' });
}

function bodyRejection(error: unknown): { status: number; message: string } | undefined {
  if (error instanceof BodyTooLarge) return { status: 413, message: 'Request Entity Too Large' };
  if (error instanceof z.ZodError) return { status: 400, message: z.prettifyError(error) };
  if (error instanceof SyntaxError) return { status: 400, message: 'The request body is not valid JSON.' };
  return undefined;
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
