import { createHash } from 'node:crypto';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { pause, type TestCloud } from './test-cloud.ts';

const TABLES = '/accounts/BRI/crm-tables';

/** An import of so many still runs when the next one has been planned. */
const ROWS_TO_BREAK_OFF = 20_000;

const fileOf = (letter: string, rows: number): string =>
  `Customer ID,Last name,Post code\n${Array.from({ length: rows }, (_, n) => `${letter}${n},Ann,YO1 7HH\n`).join('')}`;

type Answer = Awaited<ReturnType<TestCloud['call']>>;

/** Calls the API, and takes any answer but success for a mistake of the test. */
function callerOf(cloud: TestCloud) {
  return async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => {
    const answer = await cloud.call(method, path, body, headers);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
}

const matching = ({ headers }: Answer) => ({ 'if-match': headers.get('etag') ?? '' });

/** Each route of the API that reads or writes the control table, but for those of a running import. */
export async function useEveryRoute(cloud: TestCloud): Promise<void> {
  await useAccounts(cloud);
  await useTables(cloud);
  await useDefinitions(cloud);
  await useSchedules(cloud);
  await usePreviews(cloud);
  await usePeople(cloud);
  await useCustomers(cloud);
  await callerOf(cloud)('GET', '/imports');
  await useMaintenance(cloud);
}

/** A CRM table that nothing uses. */
async function useMaintenance(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  await call('POST', TABLES, { prefix: 'OLDTAB', name: 'Old', defaultCountry: 'GB' });
  await call('GET', '/accounts/BRI/table-deletion-preview?prefixes=OLDTAB');
  const ordered = await call('POST', '/accounts/BRI/table-deletions', { prefixes: ['OLDTAB'] });
  await call('POST', TABLES, { prefix: 'ERASED', name: 'Erased', defaultCountry: 'GB' });
  await call('POST', '/accounts/BRI/erasures', { prefix: 'ERASED', customerId: 'C1', isAbsent: true });
  await call('GET', '/accounts/BRI/maintenance-jobs');
  await call('GET', ordered.headers.get('location') ?? '');
}

async function usePeople(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const clerk = { name: 'Clerk', permissions: ['setup.read', 'customers.import'] };
  const created = await call('POST', '/roles', clerk, { 'idempotency-key': 'role' });
  const address = `/roles/${created.body.id}`;
  await call('GET', '/roles');
  await call('GET', address);
  const renamed = await call('PUT', address, { ...clerk, name: 'Import clerk' }, matching(created));
  await call('DELETE', address, undefined, matching(renamed));
  await call('GET', '/me');
  await call('GET', '/audit');
  await call('GET', '/audit?account=BRI');
  for (const _ of ['inserts', 'replaces']) {
    const features = await call('GET', '/settings/features');
    await call('PUT', '/settings/features', { off: ['sales'], accounts: [] }, matching(features));
  }
  await useUsers(cloud);
}

async function useUsers(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const role = await call('POST', '/roles', { name: 'Reader', permissions: ['setup.read'] });
  const group = await call('POST', '/groups', { name: 'Day' }, { 'idempotency-key': 'group' });
  await call('GET', '/groups');
  const renamed = await call('PUT', `/groups/${group.body.id}`, { name: 'Night' }, matching(group));
  const ann = { username: 'ann', fullName: 'Ann Example', email: 'ann@example.com', groupId: group.body.id };
  const created = await call('POST', '/users', ann, { 'idempotency-key': 'user' });
  const { id, status: _, createdAt: __, signIn: ___, ...attributes } = created.body;
  const address = `/users/${id}`;
  await call('GET', '/users');
  await call('POST', '/user-names', { userIds: [id] });
  const grants = await call('GET', `${address}/grants`);
  const reader = { grants: [{ roleId: role.body.id, accounts: ['BRI'] }] };
  await call('PUT', `${address}/grants`, reader, matching(grants));
  await call('GET', `${address}/rights`);
  await call('GET', '/viewable-users');
  await call('GET', '/me', undefined, { 'view-as': id });
  await call('POST', `${address}/invitation`);
  await call('POST', `${address}/password-reset`);
  await call('POST', '/invitations', { userIds: [id] }, { 'idempotency-key': 'invitations' });
  await call('POST', `${address}/disable`);
  const enabled = await call('POST', `${address}/enable`);
  const changed = await call('PUT', address, { ...attributes, username: 'ann2', groupId: null }, matching(enabled));
  await call('DELETE', address, undefined, matching(changed));
  await call('DELETE', `/groups/${group.body.id}`, undefined, matching(renamed));
}

async function useCustomers(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const customers = '/crm-tables/RIGHTS/customers';
  const created = await call('POST', customers, { values: { P011: 'Desk' } }, { 'idempotency-key': 'customer' });
  await call('POST', customers, { customerId: 'RIGHTS_7000', values: { P011: 'Desk' } });
  const address = `${customers}/${created.body.customerId}`;
  const found = await call('GET', address);
  const updated = await call('PATCH', address, { values: { P011: 'Desktop' } }, matching(found));
  const searches = '/crm-tables/RIGHTS/customer-searches';
  const first = await call('POST', searches, { text: 'desk', limit: 1 });
  await call('POST', searches, { cursor: first.body.nextCursor });
  await call('POST', '/customer-searches', { text: 'desk' });
  await call('GET', '/crm-tables/RIGHTS/draft-check');
  await call('GET', '/crm-tables/RIGHTS/search-index');
  await useNotes(cloud, address);
  await useDocuments(cloud, address);
  await call('GET', `${address}/history`);
  await call('DELETE', `${address}?reason=other`, undefined, matching(updated));
}

async function useNotes(cloud: TestCloud, customer: string): Promise<void> {
  const call = callerOf(cloud);
  const created = await call('POST', `${customer}/notes`, { text: 'Calls back.' }, { 'idempotency-key': 'note' });
  const note = `${customer}/notes/${created.body.noteId}`;
  await call('PUT', `${note}/pin`, undefined, matching(created));
  await call('GET', `${customer}/pinned-notes`);
  const edited = await call('PUT', note, { text: 'Calls back at six.' }, matching(created));
  await call('GET', `${note}/revisions`);
  await call('POST', `${customer}/history-searches`, { kinds: ['note'], text: 'six' });
  await call('DELETE', `${note}/pin`, undefined, matching(edited));
  await call('GET', note);
  await call('DELETE', `${note}?reason=other`, undefined, matching(edited));
  // One is left, for the deletion of the customer.
  await call('POST', `${customer}/notes`, { text: 'Stays.' });
}

async function useDocuments(cloud: TestCloud, customer: string): Promise<void> {
  const call = callerOf(cloud);
  const attach = async (content: string, more: object = {}) => {
    const bytes = Buffer.byteLength(content);
    const sha256 = createHash('sha256').update(content).digest('base64');
    const announced = { name: 'contract.pdf', bytes, sha256, ...more };
    const { body } = await call('POST', `${customer}/document-uploads`, announced);
    await fetch(body.upload.url, { method: 'PUT', headers: body.upload.headers, body: content });
    return call('POST', `${customer}/document-uploads/${body.uploadId}/completion`);
  };
  const { body } = await attach('%PDF-1.7 first');
  const { documentId } = body;
  const second = await attach('%PDF-1.7 second', { documentId });
  const document = `${customer}/documents/${documentId}`;
  await call('GET', document);
  await call('GET', `${document}/versions/1/address`);
  await call('GET', '/accounts/BRI/document-usage');
  await call('DELETE', `${document}?reason=other`, undefined, matching(second));
  // One is left, for the deletion of the customer.
  await attach('%PDF-1.7 third');
}

async function usePreviews(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const key = 'uploads/RIGHTS/first.csv';
  await call('POST', '/imports/preview', { prefix: 'RIGHTS', key });
  const head = Buffer.from(fileOf('P', 3)).toString('base64');
  const proposals = '/accounts/BRI/crm-table-proposals';
  await call('POST', proposals, { fileName: 'members.csv', defaultCountry: 'GB', head });
  await call('POST', proposals, { key, defaultCountry: 'GB' });
}

async function useFilters(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const filters = '/crm-tables/RIGHTS/filters';
  const all = [{ any: [{ field: 'P011', operator: 'begins', value: 'A' }] }];
  const key = { 'idempotency-key': 'filter' };
  const created = await call('POST', filters, { name: 'One', all }, key);
  await call('POST', filters, { name: 'One', all }, key);
  await call('GET', filters);
  const address = `${filters}/${created.body.filterId}`;
  await call('GET', address);
  const renamed = await call('PUT', address, { name: 'Two', all }, matching(created));
  await call('POST', '/crm-tables/RIGHTS/filter-counts', { all });
  await call('DELETE', address, undefined, matching(renamed));
}

async function useExports(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const definitions = '/crm-tables/RIGHTS/export-definitions';
  const options = { encoding: 'windows-1252', since: '2026-01-01T00:00:00Z' };
  const created = await call('POST', definitions, { name: 'One', options }, { 'idempotency-key': 'export-definition' });
  await call('POST', definitions, { name: 'One', options }, { 'idempotency-key': 'export-definition' });
  await call('GET', definitions);
  const address = `${definitions}/${created.body.exportDefinitionId}`;
  const renamed = await call('PUT', address, { name: 'Two', options }, matching(created));
  const started = await call('POST', '/exports', {
    prefix: 'RIGHTS',
    exportDefinitionId: created.body.exportDefinitionId,
  });
  const one = `/exports/${started.body.exportId}`;
  await until(async () => (await call('GET', one)).body.status === 'completed');
  const edits = { kind: 'edits', since: '2026-01-01T00:00:00Z' };
  const second = await call('POST', '/exports', { prefix: 'RIGHTS', options: edits });
  await call('POST', `/exports/${second.body.exportId}/cancel`);
  await until(async () => (await call('GET', `/exports/${second.body.exportId}`)).body.status !== 'running');
  await call('GET', '/exports?prefix=RIGHTS');
  await useScheduledExport(cloud, created.body.exportDefinitionId);
  await call('DELETE', address, undefined, matching(renamed));
}

async function useScheduledExport(cloud: TestCloud, exportDefinitionId: string): Promise<void> {
  const call = callerOf(cloud);
  const at = '/crm-tables/RIGHTS/schedules';
  const created = await call('POST', at, {
    ...{ name: 'Exports', source: { kind: 'export', exportDefinitionId } },
    ...{ when: { frequency: 'daily', time: '02:15' }, timeZone: 'Europe/London' },
  });
  const schedule = `${at}/${created.body.scheduleId}`;
  await call('POST', `${schedule}/run`);
  await until(async () => (await call('GET', schedule)).body.lastRun !== null);
  await call('DELETE', schedule, undefined, matching(created));
}

async function useAccounts(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const account = { name: 'Other', prefix: 'OTH', manager: 'M' };
  await call('POST', '/accounts', account, { 'idempotency-key': 'other' });
  await call('POST', '/accounts', account, { 'idempotency-key': 'other' });
  await call('GET', '/accounts');
  const read = await call('GET', '/accounts/OTH');
  const others = await call('PUT', '/accounts/OTH', { name: 'Others', manager: 'M' }, matching(read));
  await call('DELETE', '/accounts/OTH', undefined, matching(others));

  await useFilters(cloud);
  await useExports(cloud);
  const campaigns = '/accounts/BRI/campaigns';
  const key = { 'idempotency-key': 'campaign' };
  const created = await call('POST', campaigns, { name: 'One', crmTablePrefix: 'RIGHTS', crmName: 'Vouchers' }, key);
  await call('GET', campaigns);
  const address = `${campaigns}/${created.body.id}`;
  await call('GET', address);
  const renamed = await call(
    'PUT',
    address,
    { name: 'Two', crmTablePrefix: 'RIGHTS', crmName: null },
    matching(created),
  );
  await call('DELETE', address, undefined, matching(renamed));
}

async function useTables(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  await call('GET', TABLES);
  await call('GET', '/accounts/BRI/crm-table-prefixes/RIGHTS');
  const table = await call('GET', `${TABLES}/RIGHTS`);
  await call('POST', `${TABLES}/RIGHTS/copies`, { prefix: 'COPY', name: 'Copy' }, { 'idempotency-key': 'copy' });
  const restored = await call('POST', `${TABLES}/RIGHTS/versions/1/restore`, undefined, matching(table));
  await call('GET', `${TABLES}/RIGHTS/changes`);
  await call('POST', `${TABLES}/RIGHTS/publish`, undefined, matching(restored));
  await call('GET', `${TABLES}/RIGHTS/versions`);
  await call('GET', `${TABLES}/RIGHTS/versions/1`);
}

async function useDefinitions(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const at = '/crm-tables/RIGHTS/definitions';
  const created = await call('POST', at, { name: 'One', isDefault: true }, { 'idempotency-key': 'definition' });
  const address = `${at}/${created.body.definitionId}`;
  await call('GET', at);
  await call('GET', address);
  const choices = { name: 'Two', options: {}, mapping: [], isDefault: false };
  const changed = await call('PUT', address, choices, matching(created));
  await call('GET', `${address}/versions`);
  await call('DELETE', address, undefined, matching(changed));
}

async function useSchedules(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const definition = await call('POST', '/crm-tables/RIGHTS/definitions', { name: 'For a schedule' });
  const at = '/crm-tables/RIGHTS/schedules';
  const schedule = {
    ...{ name: 'All', source: { kind: 'all-new' }, definition: definition.body.definitionId },
    ...{ when: { frequency: 'daily', time: '02:15' }, timeZone: 'Europe/London' },
  };
  const created = await call('POST', at, schedule, { 'idempotency-key': 'schedule' });
  const { scheduleId } = created.body;
  await call('GET', at);
  await cloud.upload('inbox/RIGHTS/a.csv', fileOf('S', 1));
  await fire(cloud, scheduleId, { kind: 'all-new' }, '2026-12-01T01:00:00Z');
  await fire(cloud, scheduleId, { kind: 'key', key: 'inbox/RIGHTS/none.csv' }, '2026-12-01T02:00:00Z');
  await cloud.ended('RIGHTS', 6);
  await call('GET', `${at}/${scheduleId}`);
  await call('POST', `${at}/${scheduleId}/run`);
  const paused = await call('POST', `${at}/${scheduleId}/pause`);
  const changed = await call('PUT', `${at}/${scheduleId}`, { ...schedule, name: 'Every' }, matching(paused));
  await call('DELETE', `${at}/${scheduleId}`, undefined, matching(changed));
}

const fire = (cloud: TestCloud, scheduleId: string, source: object, scheduledAt: string) =>
  invoke(cloud, 'import-startimport', { schedule: { scheduleId, prefix: 'RIGHTS', source }, scheduledAt });

/** @param FunctionName the function's whole name */
async function invokeFunction({ cloud }: TestCloud, FunctionName: string, event: unknown): Promise<void> {
  const { endpoints, region, credentials } = cloud;
  const client = new LambdaClient({ endpoint: endpoints.lambda, region, credentials });
  const { FunctionError, Payload } = await client.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
  );
  if (FunctionError !== undefined) throw new Error(`${FunctionName}: ${Payload?.transformToString()}`);
}

const invoke = (cloud: TestCloud, name: string, event: unknown): Promise<void> =>
  invokeFunction(cloud, `${name}-handler-function`, event);

/** Starts, ends and watches imports without a user, including the events after a failure. */
export async function runEveryEvent(cloud: TestCloud): Promise<void> {
  await waitForAPerson(cloud);
  const condition = { requestContext: { condition: 'RetriesExhausted' } };
  const object = { key: 'uploads/RIGHTS/unread.csv', 'version-id': 'v1' };
  const arrival = { time: '2026-12-01T03:00:00Z', detail: { bucket: { name: cloud.bucket }, object } };
  await invoke(cloud, 'import-recordfailedstart', { ...condition, requestPayload: arrival });
  const schedule = { scheduleId: 'gone', prefix: 'RIGHTS', source: { kind: 'newest' } };
  const firing = { schedule, scheduledAt: '2026-12-01T04:00:00Z' };
  await invoke(cloud, 'import-recordfailedstart', { ...condition, requestPayload: firing });
  await breakOff(cloud);
  await invoke(cloud, 'import-watchqueues', {});
  await invoke(cloud, 'api-reconcilesignins', {});
  await invoke(cloud, 'api-workmaintenance', {});
  // A clean-up is due five minutes after a generation.
  const job = { importId: 'search-20261201T050000000Z', prefix: 'RIGHTS', fence: 1 };
  await invokeFunction(cloud, 'import-step-clean-index-function', job);
}

/** An import that waits for a confirmation is cancelled, resumed and confirmed. */
async function waitForAPerson(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  const account = await call('GET', '/accounts/BRI');
  const { name, manager } = account.body;
  await call('PUT', '/accounts/BRI', { name, manager, confirmImportsOverDollars: 0 }, matching(account));
  await cloud.upload('uploads/RIGHTS/waits.csv', fileOf('W', 1));
  const importId = await newestIn(cloud, 'awaiting-confirmation');
  await call('POST', `/imports/${importId}/cancel`);
  await call('POST', `/imports/${importId}/resume`);
  await newestIn(cloud, 'awaiting-confirmation');
  await call('POST', `/imports/${importId}/confirm`);
  await newestIn(cloud, 'completed');
}

/** A workflow is aborted while its import runs, and another import waits for its table. */
async function breakOff(cloud: TestCloud): Promise<void> {
  const call = callerOf(cloud);
  await cloud.upload('uploads/RIGHTS/long.csv', fileOf('B', ROWS_TO_BREAK_OFF));
  const importId = await newestIn(cloud, 'awaiting-confirmation');
  await call('POST', `/imports/${importId}/confirm`);
  await newestIn(cloud, 'running');
  await cloud.upload('uploads/RIGHTS/next.csv', fileOf('N', 1));
  const nextId = await newestIn(cloud, 'awaiting-confirmation');
  await call('POST', `/imports/${nextId}/confirm`);
  await call('GET', `/imports/${nextId}`);
  const arn = cloud.cloud.outputs.ImportStateMachineArn ?? '';
  const running = cloud.cloud.stepFunctions.list(arn).filter(({ status }) => status === 'RUNNING');
  for (const { executionArn } of running) cloud.cloud.stepFunctions.abort(executionArn);
  await until(async () => (await call('GET', `/imports/${importId}`)).body.status === 'failed');
  await call('POST', `/imports/${nextId}/cancel`);
}

/** The newest import of the CRM table, once it has this status. */
async function newestIn(cloud: TestCloud, status: string): Promise<string> {
  let newest = { importId: '', status: 'none' };
  await until(async () => {
    const { body } = await cloud.call('GET', '/imports?prefix=RIGHTS&limit=1');
    newest = body.items[0];
    return newest.status === status;
  });
  return newest.importId;
}

/** @throws Error after two minutes */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('What is waited for did not come within two minutes');
    await pause();
  }
}
