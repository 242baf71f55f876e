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
  await success(client.GET('/crm-tables/{prefix}/draft-check', { params: { path: table } }));
  await success(client.POST('/customer-searches', { body: { text: 'example', except: ['OTHER'] } }));
  await success(client.GET('/crm-tables/{prefix}/search-index', { params: { path: table } }));
  await callNotes(client, path);
  await callDocuments(client, path);
  const query = { reason: 'entered-by-mistake' as const };
  await success(client.DELETE(address, { params: { path, query, header: updated.header } }));
}

async function callNotes(client: ApiClient, customer: { prefix: string; customerId: string }): Promise<void> {
  const notes = '/crm-tables/{prefix}/customers/{customerId}/notes' as const;
  const body = { text: 'Prefers to be called after six.' };
  const created = await success(client.POST(notes, { params: { path: customer }, body }));
  const path = { ...customer, noteId: created.body.noteId };
  const note = `${notes}/{noteId}` as const;
  const { header } = await success(client.GET(note, { params: { path } }));
  await success(client.PUT(`${note}/pin`, { params: { path, header } }));
  await success(client.GET('/crm-tables/{prefix}/customers/{customerId}/pinned-notes', { params: { path: customer } }));
  await success(client.DELETE(`${note}/pin`, { params: { path, header } }));
  const edited = { text: 'Prefers to be called after seven.' };
  const updated = await success(client.PUT(note, { params: { path, header }, body: edited }));
  await success(client.GET(`${note}/revisions`, { params: { path } }));
  await success(client.GET('/crm-tables/{prefix}/customers/{customerId}/history', { params: { path: customer } }));
  const filter = { kinds: ['note' as const], by: created.body.by, text: 'seven', limit: 25 };
  const searches = '/crm-tables/{prefix}/customers/{customerId}/history-searches' as const;
  await success(client.POST(searches, { params: { path: customer }, body: filter }));
  const query = { reason: 'wrong-customer' as const };
  await success(client.DELETE(note, { params: { path, query, header: updated.header } }));
}

async function callDocuments(client: ApiClient, customer: { prefix: string; customerId: string }): Promise<void> {
  const at = '/crm-tables/{prefix}/customers/{customerId}' as const;
  const body = { name: 'Contract 2026.pdf', bytes: 52_480, sha256: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' };
  const started = await success(client.POST(`${at}/document-uploads`, { params: { path: customer }, body }));
  const upload = { ...customer, uploadId: started.body.uploadId };
  const completion = `${at}/document-uploads/{uploadId}/completion` as const;
  const attached = await success(client.POST(completion, { params: { path: upload } }));
  const path = { ...customer, documentId: attached.body.documentId };
  const document = `${at}/documents/{documentId}` as const;
  const { header } = await success(client.GET(document, { params: { path } }));
  const file = { ...path, version: 1 };
  await success(client.GET(`${document}/versions/{version}/address`, { params: { path: file } }));
  const account = { accountPrefix: 'BRI' };
  await success(client.GET('/accounts/{accountPrefix}/document-usage', { params: { path: account } }));
  const query = { reason: 'wrong-customer' as const };
  await success(client.DELETE(document, { params: { path, query, header } }));
}
