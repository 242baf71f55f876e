import { type ApiClient, success } from '../../support/api-client.ts';

/** One customer of VOUCIM. Leaves none. */
export async function callCustomers(client: ApiClient): Promise<void> {
  const table = { prefix: 'VOUCIM' };
  const body = { values: { P011: 'Example', P018: 'YO1 7HH', P019: 'ann@example.com' } };
  const created = await success(client.POST('/crm-tables/{prefix}/customers', { params: { path: table }, body }));
  const path = { ...table, customerId: created.body.customerId };
  const address = '/crm-tables/{prefix}/customers/{customerId}' as const;
  const { header } = await success(client.GET(address, { params: { path } }));
  const update = { values: { P011: 'Examples', P018: null } };
  const updated = await success(client.PATCH(address, { params: { path, header }, body: update }));
  const search = { text: 'ann@example.com', fields: [], limit: 25 };
  await success(client.POST('/crm-tables/{prefix}/customer-searches', { params: { path: table }, body: search }));
  const byName = { fields: [{ code: 'P011', value: 'exam' }], limit: 25 };
  await success(client.POST('/crm-tables/{prefix}/customer-searches', { params: { path: table }, body: byName }));
  await success(client.GET(`${address}/history`, { params: { path } }));
  const query = { reason: 'entered-by-mistake' as const };
  await success(client.DELETE(address, { params: { path, query, header: updated.header } }));
}
