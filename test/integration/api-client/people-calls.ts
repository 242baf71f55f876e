import { type ApiClient, success } from '../../support/api-client.ts';

/** Roles of administrators. Leaves none. */
export async function callRoles(client: ApiClient): Promise<void> {
  const permissions = ['setup.read', 'customers.search', 'customers.import'] as const;
  const body = { name: 'Import clerk', permissions: [...permissions] };
  const created = await success(client.POST('/roles', { body }));
  const path = { roleId: created.body.id };
  await success(client.GET('/roles'));
  await success(client.GET('/roles/{roleId}', { params: { path } }));
  const named = { ...body, name: 'Clerk of imports' };
  const { header } = await success(
    client.PUT('/roles/{roleId}', { params: { path, header: created.header }, body: named }),
  );
  await success(client.DELETE('/roles/{roleId}', { params: { path, header } }));
}

/** Users and groups. Leaves none. */
export async function callUsers(client: ApiClient): Promise<void> {
  const group = await success(client.POST('/groups', { body: { name: 'City breaks, day' } }));
  const groupId = group.body.id;
  await success(client.GET('/groups'));
  await success(client.GET('/groups/{groupId}', { params: { path: { groupId } } }));
  const renamed = await success(
    client.PUT('/groups/{groupId}', {
      params: { path: { groupId }, header: group.header },
      body: { name: 'City breaks' },
    }),
  );
  const ann = {
    ...{ crmId: '4711', username: 'ann.example', fullName: 'Ann Example', email: 'ann@example.com', groupId },
    ...{ language: 'en-GB', timeZone: 'Europe/London', teamIds: [] },
  };
  await callFeatures(client);
  const created = await success(client.POST('/users', { body: ann }));
  const path = { userId: created.body.id };
  await success(client.GET('/users', { params: { query: { filter: 'example' } } }));
  await success(client.GET('/users/{userId}', { params: { path } }));
  await success(client.POST('/user-names', { body: { userIds: [path.userId] } }));
  await callRights(client, path.userId);
  await callViews(client, path.userId);
  await success(client.POST('/users/{userId}/invitation', { params: { path } }));
  await success(client.POST('/users/{userId}/password-reset', { params: { path } }));
  await success(client.POST('/invitations', { body: { userIds: [path.userId] } }));
  await success(client.GET('/audit', { params: { query: { kind: 'user', object: path.userId, limit: 1 } } }));
  await success(client.POST('/users/{userId}/disable', { params: { path } }));
  const { header } = await success(client.POST('/users/{userId}/enable', { params: { path } }));
  const changed = await success(
    client.PUT('/users/{userId}', { params: { path, header }, body: { ...ann, crmId: null } }),
  );
  await success(client.DELETE('/users/{userId}', { params: { path, header: changed.header } }));
  await success(client.DELETE('/groups/{groupId}', { params: { path: { groupId }, header: renamed.header } }));
}

async function callFeatures(client: ApiClient): Promise<void> {
  const { header } = await success(client.GET('/settings/features'));
  const body = { off: [], accounts: [{ prefix: 'BRI', off: ['cases' as const] }] };
  await success(client.PUT('/settings/features', { params: { header }, body }));
}

async function callViews(client: ApiClient, userId: string): Promise<void> {
  await success(client.GET('/viewable-users', { params: { query: { filter: 'example' } } }));
  await success(client.GET('/me', { params: { header: { 'view-as': userId } } }));
}

async function callRights(client: ApiClient, userId: string): Promise<void> {
  const path = { userId };
  const { header } = await success(client.GET('/users/{userId}/grants', { params: { path } }));
  const body = { grants: [{ roleId: 'supervisor', accounts: ['BRI'] }] };
  await success(client.PUT('/users/{userId}/grants', { params: { path, header }, body }));
  await success(client.GET('/users/{userId}/rights', { params: { path } }));
}
