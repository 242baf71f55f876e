import * as z from 'zod';
import { CliError } from '../errors.ts';
import type { ApiClient } from './client.ts';
import { listAll } from './pages.ts';
import type { User } from './users.ts';

/** `all`, or prefixes of accounts. */
export type Scope = 'all' | string[];

const GrantSchema = z.object({ roleId: z.string(), accounts: z.union([z.literal('all'), z.array(z.string())]) });
export type UserGrant = z.infer<typeof GrantSchema>;
const GrantsSchema = z.object({ grants: z.array(GrantSchema) });

const NamedSchema = z.looseObject({ id: z.string(), name: z.string() });
type Named = z.infer<typeof NamedSchema>;

/** A role or a group by name, regardless of case, or by id. @throws CliError */
async function findNamed(api: ApiClient, noun: 'role' | 'group', named: string): Promise<Named> {
  const all = await listAll(api, `/${noun}s`, NamedSchema);
  const found =
    all.find(({ id }) => id === named) ?? all.find(({ name }) => name.toLowerCase() === named.toLowerCase());
  if (found) return found;
  const names = all.map(({ name }) => name).join(', ');
  throw new CliError(`${noun}.not-found`, `There is no ${noun} named ${named}.`, {
    advice: names === '' ? `There are no ${noun}s yet.` : `There are: ${names}`,
  });
}

export const findRole = (api: ApiClient, named: string): Promise<Named> => findNamed(api, 'role', named);
export const findGroup = (api: ApiClient, named: string): Promise<Named> => findNamed(api, 'group', named);

export const hasForAllAccounts = (grants: readonly UserGrant[], role: string): boolean =>
  grants.some(({ roleId, accounts }) => roleId === role && accounts === 'all');

/** The grants with a role for further accounts. */
export function withRole(grants: readonly UserGrant[], roleId: string, given: Scope): UserGrant[] {
  const before = grants.find((grant) => grant.roleId === roleId)?.accounts ?? [];
  const accounts: Scope = before === 'all' || given === 'all' ? 'all' : [...new Set([...before, ...given])];
  return [...grants.filter((grant) => grant.roleId !== roleId), { roleId, accounts }];
}

/**
 * The grants without a role, or without it for these accounts.
 * @throws CliError if the user does not have it there
 */
export function withoutRole(grants: readonly UserGrant[], roleId: string, taken: Scope): UserGrant[] {
  const others = grants.filter((grant) => grant.roleId !== roleId);
  const before = grants.find((grant) => grant.roleId === roleId)?.accounts;
  if (before === undefined) throw new CliError('grant.missing', 'The user does not have this role.');
  if (taken === 'all') return others;
  const missing = before === 'all' ? taken : taken.filter((prefix) => !before.includes(prefix));
  if (missing.length > 0) {
    throw new CliError('grant.missing', `The user does not have this role for ${missing.join(', ')} by name.`, {
      ...(before === 'all' && {
        advice: 'The user has it for all accounts: take it without --accounts, then give it for single ones.',
      }),
    });
  }
  const accounts = before === 'all' ? before : before.filter((prefix) => !taken.includes(prefix));
  return accounts.length === 0 ? others : [...others, { roleId, accounts }];
}

/** The user of the terminal has typed names, and no JSON to which the pointers of the API could point. */
function unknownNames({ code, message, parts }: CliError): CliError {
  return new CliError(code, parts.length === 0 ? message : parts.map(({ detail }) => detail).join(' '));
}

/** Changes the roles of a user from what they are now. */
export async function changeGrants(
  api: ApiClient,
  { id }: User,
  change: (grants: readonly UserGrant[]) => UserGrant[] | Promise<UserGrant[]>,
): Promise<UserGrant[]> {
  const path = `/users/${encodeURIComponent(id)}/grants`;
  const { body, etag } = await api.send({ method: 'GET', path, answer: GrantsSchema });
  const changed = { grants: await change(body.grants) };
  const ifMatch = etag === undefined ? {} : { ifMatch: etag };
  try {
    return (await api.send({ method: 'PUT', path, body: changed, ...ifMatch, answer: GrantsSchema })).body.grants;
  } catch (error) {
    throw error instanceof CliError && error.code === 'grants.invalid' ? unknownNames(error) : error;
  }
}
