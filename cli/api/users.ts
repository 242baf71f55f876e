import * as z from 'zod';
import { CliError } from '../errors.ts';
import { PROGRAM } from '../program-name.ts';
import type { ApiClient } from './client.ts';
import { listAll } from './pages.ts';

const UserSchema = z.looseObject({
  id: z.string(),
  username: z.string(),
  fullName: z.string(),
  email: z.string().nullish(),
  crmId: z.string().nullish(),
  status: z.string(),
  signIn: z.looseObject({
    isInvited: z.boolean(),
    pending: z.looseObject({ act: z.string() }).nullish(),
    last: z.looseObject({ act: z.string(), reason: z.string().nullish() }).nullish(),
  }),
});
export type User = z.infer<typeof UserSchema>;

const RightsSchema = z.looseObject({
  isEnabled: z.boolean(),
  permissions: z.array(
    z.looseObject({
      permission: z.string(),
      allows: z.string(),
      from: z.array(
        z.looseObject({ roleName: z.string(), accounts: z.union([z.literal('all'), z.array(z.string())]) }),
      ),
    }),
  ),
});
export type Rights = z.infer<typeof RightsSchema>;

const InvitationsSchema = z.looseObject({
  accepted: z.array(z.string()),
  rejected: z.array(z.looseObject({ userId: z.string(), code: z.string(), detail: z.string() })),
});
export type Invitations = z.infer<typeof InvitationsSchema>;

/** The most that the API invites with one request. */
const MOST_INVITATIONS = 100;

export interface UserFilter {
  readonly text?: string | undefined;
  readonly status?: string | undefined;
  /** The id of a group. */
  readonly group?: string | undefined;
}

const pathOf = ({ id }: Pick<User, 'id'>, rest = ''): string => `/users/${encodeURIComponent(id)}${rest}`;

export function listUsers(api: ApiClient, { text, status, group }: UserFilter = {}): Promise<User[]> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ filter: text, status, group })) if (value) query.set(name, value);
  return listAll(api, '/users', UserSchema, { query: query.toString() });
}

/** Whether a text names a user: by id, by username as it is written, or by e-mail address in any case of letters. */
export const isNamed = ({ id, username, email }: User, named: string): boolean =>
  id === named || username === named || email?.toLowerCase() === named.toLowerCase();

/** Whether a username has the letters of a text, in any case. */
export const isAlike = ({ username }: User, named: string): boolean => username.toLowerCase() === named.toLowerCase();

export const caseHint = ({ username }: User): string =>
  ` There is ${username}: usernames are compared with their case.`;

/** @param alike a user whose username has the same letters in another case */
function unknownUser(named: string, alike: User | undefined): CliError {
  return new CliError('user.not-found', `There is no user ${named}.${alike ? caseHint(alike) : ''}`, {
    advice: `Use the username in its case, the e-mail address or the id. List them: ${PROGRAM} users list`,
  });
}

/** A user by username, e-mail address or id. @throws CliError */
export async function getUser(api: ApiClient, named: string): Promise<User> {
  const similar = await listUsers(api, { text: named });
  const found = similar.find((user) => isNamed(user, named));
  if (found) return found;
  try {
    return (await api.send({ method: 'GET', path: pathOf({ id: named }), answer: UserSchema })).body;
  } catch (error) {
    if (!(error instanceof CliError && error.code === 'user.not-found')) throw error;
    throw unknownUser(
      named,
      similar.find((user) => isAlike(user, named)),
    );
  }
}

export async function getRights(api: ApiClient, user: User): Promise<Rights> {
  return (await api.send({ method: 'GET', path: pathOf(user, '/rights'), answer: RightsSchema })).body;
}

export type Act = 'invitation' | 'password-reset' | 'disable' | 'enable';

export async function actOn(api: ApiClient, user: User, act: Act): Promise<User> {
  return (await api.send({ method: 'POST', path: pathOf(user, `/${act}`), answer: UserSchema })).body;
}

/** Invites any number of users. */
export async function inviteAll(api: ApiClient, users: readonly User[]): Promise<Invitations> {
  const all: Invitations = { accepted: [], rejected: [] };
  for (let at = 0; at < users.length; at += MOST_INVITATIONS) {
    const userIds = users.slice(at, at + MOST_INVITATIONS).map(({ id }) => id);
    const request = { method: 'POST', path: '/invitations', body: { userIds }, answer: InvitationsSchema } as const;
    const { body } = await api.send(request);
    all.accepted.push(...body.accepted);
    all.rejected.push(...body.rejected);
  }
  return all;
}
