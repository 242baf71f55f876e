import { type ApiClient, success } from '../../support/api-client.ts';

export const KEY_OF_BRI = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const account = { path: { accountPrefix: 'BRI' } };

/** The documentation, the caller and accounts. Leaves the account BRI. */
export async function callAccounts(client: ApiClient): Promise<void> {
  await success(client.GET('/openapi.json'));
  await success(client.GET('/docs', { parseAs: 'text' }));
  await success(client.GET('/me'));
  await success(
    client.POST('/accounts', {
      params: { header: { 'idempotency-key': KEY_OF_BRI } },
      body: { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte Martin', confirmImportsOverDollars: 25 },
    }),
  );
  const { header } = await success(client.GET('/accounts/{accountPrefix}', { params: account }));
  const body = { name: 'Brigitte Travel', manager: 'Brigitte Martin' };
  await success(client.PUT('/accounts/{accountPrefix}', { params: { ...account, header }, body }));
  await success(client.GET('/accounts', { params: { query: { filter: 'bri' } } }));
  const mistyped = { prefix: 'BRJ', name: 'Brigitte Travel', manager: 'Brigitte Martin' };
  const created = await success(client.POST('/accounts', { body: mistyped }));
  const path = { accountPrefix: created.body.prefix };
  await success(client.DELETE('/accounts/{accountPrefix}', { params: { path, header: created.header } }));
}

/** Deletes a CRM table of BRI that nothing uses. The job waits for a worker. */
export async function callMaintenance(client: ApiClient): Promise<void> {
  const at = '/accounts/{accountPrefix}';
  const body = { prefix: 'OLDTAB', name: 'Old vouchers', defaultCountry: 'GB' };
  await success(client.POST(`${at}/crm-tables`, { params: account, body }));
  const query = { prefixes: 'OLDTAB' };
  await success(client.GET(`${at}/table-deletion-preview`, { params: { ...account, query } }));
  const job = await success(client.POST(`${at}/table-deletions`, { params: account, body: { prefixes: ['OLDTAB'] } }));
  await success(client.GET(`${at}/maintenance-jobs`, { params: account }));
  const path = { ...account.path, jobId: job.body.jobId };
  await success(client.GET(`${at}/maintenance-jobs/{jobId}`, { params: { path } }));
}

/** Erases a customer of a CRM table of BRI. The job waits for a worker, and no import of the table begins. */
export async function callErasure(client: ApiClient): Promise<void> {
  const at = '/accounts/{accountPrefix}';
  const table = { prefix: 'ERASED', name: 'Vouchers of last year', defaultCountry: 'GB' };
  await success(client.POST(`${at}/crm-tables`, { params: account, body: table }));
  const body = { prefix: 'ERASED', customerId: 'VOUCIM_1', values: ['amelia@example.com'], isAbsent: true };
  await success(client.POST(`${at}/erasures`, { params: account, body }));
}

/** Campaigns of BRI, which has the CRM table VOUCIM. */
export async function callCampaigns(client: ApiClient): Promise<void> {
  const at = '/accounts/{accountPrefix}/campaigns';
  const city = { name: 'City breaks', crmTablePrefix: 'VOUCIM', crmName: 'Vouchers' };
  const created = await success(client.POST(at, { params: account, body: city }));
  const path = { ...account.path, campaignId: created.body.id };
  const { header } = await success(client.GET(`${at}/{campaignId}`, { params: { path } }));
  const body = { name: 'City breaks, spring', crmTablePrefix: 'VOUCIM', crmName: null };
  const updated = await success(client.PUT(`${at}/{campaignId}`, { params: { path, header }, body }));
  await success(client.GET(at, { params: { ...account, query: { limit: 10 } } }));
  await success(client.DELETE(`${at}/{campaignId}`, { params: { path, header: updated.header } }));
}
