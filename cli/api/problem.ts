import * as z from 'zod';
import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { Session } from '../session/session.ts';

/** An RFC 9457 problem of the API; API Gateway's own rejections have only a `message`. */
const ProblemSchema = z.object({
  detail: z.string().optional(),
  message: z.string().optional(),
  code: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).default([]),
});

/** The error that tells a user about a rejection of the API. */
export async function problemError(status: number, body: unknown, session: Session): Promise<CliError> {
  const problem = ProblemSchema.safeParse(body).data;
  const reported = problem?.detail ?? problem?.message;
  const parts = problem?.errors ?? [];
  if (status === 401) return notLetIn(session);
  if (status === 403) {
    const code = problem?.code ?? 'access.forbidden';
    return new CliError(code, reported ?? 'You do not have permission for this.', { advice: await whoYouAre(session) });
  }
  if (status === 404 && problem?.code === undefined) {
    return new CliError('route.not-found', `${session.api} has no route for this request.`, {
      advice: 'Check that this is the address of Switchboard, and that the deployment is not older than this terminal.',
    });
  }
  const message = reported ?? `The API answered with status ${status} and without a reason.`;
  return new CliError(problem?.code ?? `http.${status}`, message, { parts });
}

function notLetIn({ api, isEmbedded }: Session): CliError {
  const advice = isEmbedded
    ? 'Another embedded cloud may be running at this address. Stop it and run npm start again.'
    : `Log in again: ${PROGRAM} login --api ${api} --client-id <TerminalClientId of the deployment>`;
  return new CliError('access.unauthenticated', `${api} rejects your token.`, { advice });
}

async function whoYouAre(session: Session): Promise<string> {
  const { user } = await session.claims();
  return `You are ${user}. Your roles: ${PROGRAM} whoami. An administrator can give you another role.`;
}
