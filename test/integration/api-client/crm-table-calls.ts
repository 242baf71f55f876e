import type { components } from '../../../web/src/shared/api/schema.ts';
import { type ApiClient, success } from '../../support/api-client.ts';

const AT = '/accounts/{accountPrefix}/crm-tables';
const TABLE = `${AT}/{prefix}` as const;
const path = { accountPrefix: 'BRI', prefix: 'VOUCIM' };

type Draft = components['schemas']['Draft'];
type DraftInput = components['schemas']['DraftInput'];

/** The fields of the manual's example, and a list. */
const KEPT = ['P008', 'P011', 'P018', 'P019'];
const region: DraftInput['fields'][number] = {
  label: 'Region',
  type: 'list',
  maxLength: 20,
  listValues: ['North', 'South', 'West'],
  flags: { search: false, insert: true, modify: true, result: true },
  tab: 'details',
};

const firstDraft = (draft: Draft): DraftInput => ({
  ...draft,
  fields: [...draft.fields.filter(({ code }) => KEPT.includes(code)), region],
});

/** Renames the postcode, and removes a choice that customers may have. */
const nextDraft = (draft: Draft): DraftInput => ({
  ...draft,
  fields: draft.fields.map((field) => {
    if (field.code === 'P018') return { ...field, label: 'Post code' };
    return field.type === 'list' ? { ...field, listValues: ['North', 'South'] } : field;
  }),
});

/** CRM tables of BRI. Leaves VOUCIM, published. */
export async function callCrmTables(client: ApiClient): Promise<void> {
  const table = { prefix: 'VOUCIM', name: 'City breaks vouchers', defaultCountry: 'GB' };
  await success(client.GET('/accounts/{accountPrefix}/crm-table-prefixes/{prefix}', { params: { path } }));
  const created = await success(client.POST(AT, { params: { path }, body: table }));
  const body = firstDraft(created.body.draft);
  const saved = await success(client.PUT(TABLE, { params: { path, header: created.header }, body }));
  await success(client.POST(`${TABLE}/publish`, { params: { path, header: saved.header } }));
  await publishAgain(client);
  const version = { ...path, version: 1 };
  await success(client.GET(`${TABLE}/versions`, { params: { path } }));
  await success(client.GET(`${TABLE}/versions/{version}`, { params: { path: version } }));
  const { header } = await success(client.GET(TABLE, { params: { path } }));
  await success(client.POST(`${TABLE}/versions/{version}/restore`, { params: { path: version, header } }));
  const copy = { prefix: 'VOUCI2', name: 'City breaks vouchers, spring', from: 'published' } as const;
  await success(client.POST(`${TABLE}/copies`, { params: { path }, body: copy }));
  await success(client.GET(AT, { params: { path } }));
}

/** Publishes changes that need a confirmation: first without, then with it. */
async function publishAgain(client: ApiClient): Promise<void> {
  const read = await success(client.GET(TABLE, { params: { path } }));
  const body = nextDraft(read.body.draft);
  const { header } = await success(client.PUT(TABLE, { params: { path, header: read.header }, body }));
  const changes = await success(client.GET(`${TABLE}/changes`, { params: { path } }));
  await client.POST(`${TABLE}/publish`, { params: { path, header } });
  const query = { confirm: changes.body.confirm ?? '' };
  await success(client.POST(`${TABLE}/publish`, { params: { path, header, query } }));
}
