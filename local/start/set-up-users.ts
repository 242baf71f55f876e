import * as z from 'zod';
import { CAREFUL_ROLE, DEMO_USERS, type DemoUser } from '../demo/demo.ts';
import { type ApiClient, expectStatus } from './api-client.ts';
import { readAll } from './read-all.ts';

const RoleSchema = z.object({ id: z.string(), name: z.string(), permissions: z.array(z.string()) });
const UserSchema = z.object({
  id: z.string(),
  username: z.string(),
  signIn: z.object({ isInvited: z.boolean(), pending: z.unknown() }),
});
type User = z.infer<typeof UserSchema>;

/** Creates the users of the demo, gives them their roles and lets them sign in, as far as that is missing. */
export async function setUpUsers(api: ApiClient): Promise<void> {
  const carefulRole = await findOrMakeRole(api);
  const users = await readAll(api, '/users', UserSchema);
  for (const user of DEMO_USERS) {
    const found = users.find(({ username }) => username === user.username) ?? (await makeUser(api, user));
    await grant(api, found, { ...user, role: user.role === 'careful' ? carefulRole : user.role });
    if (found.signIn.isInvited || found.signIn.pending) continue;
    expectStatus(await api.post(`/users/${found.id}/invitation`, undefined), `Inviting ${user.name}`, 200);
  }
}

/** Returns the id of the role. It has the permissions of an agent. */
async function findOrMakeRole(api: ApiClient): Promise<string> {
  const roles = await readAll(api, '/roles', RoleSchema);
  const found = roles.find(({ name }) => name === CAREFUL_ROLE.name);
  if (found) return found.id;
  const permissions = roles.find(({ id }) => id === 'agent')?.permissions;
  const made = expectStatus(await api.post('/roles', { ...CAREFUL_ROLE, permissions }), 'Making a role', 201);
  return RoleSchema.parse(made.body).id;
}

async function makeUser(api: ApiClient, { username, name }: DemoUser): Promise<User> {
  const user = { username, fullName: name, email: `${username}@example.com`, timeZone: 'Europe/London' };
  return UserSchema.parse(expectStatus(await api.post('/users', user), `Making the user ${name}`, 201).body);
}

const GrantsSchema = z.object({ grants: z.array(z.unknown()) });

/** A user who has a role keeps the roles that an administrator may have given. */
async function grant(
  api: ApiClient,
  { id }: User,
  { name, role, accounts }: Pick<DemoUser, 'name' | 'accounts'> & { readonly role: string },
): Promise<void> {
  const address = `/users/${id}/grants`;
  const read = expectStatus(await api.get(address), `Reading the roles of ${name}`, 200);
  if (GrantsSchema.parse(read.body).grants.length > 0) return;
  const body = { grants: [{ roleId: role, accounts }] };
  expectStatus(await api.put(address, body, read.etag), `Giving a role to ${name}`, 200);
}
