import * as z from 'zod';
import type { DemoClient } from '../demo/client.ts';
import { structureOf } from '../demo/structure.ts';
import { type ApiAnswer, type ApiClient, expectStatus } from './api-client.ts';
import { readAll } from './read-all.ts';

const FieldSchema = z.looseObject({ code: z.string(), flags: z.looseObject({}) });
const DraftSchema = z.object({ fields: z.array(FieldSchema) });
const TableSchema = z.object({ published: z.object({ version: z.number() }).nullable(), draft: DraftSchema });
const NameSchema = z.object({ name: z.string() });

/** Creates the account, the published CRM table and the campaign of a client, as far as they are missing. */
export async function setUpClient(api: ApiClient, client: DemoClient): Promise<void> {
  const { account, campaign, table } = client;
  expectStatus(await api.post('/accounts', account), `Making the account ${account.prefix}`, 201, 409);
  const home = `/accounts/${account.prefix}`;
  await publish(api, client, await findOrMakeTable(api, client));
  const campaigns = await readAll(api, `${home}/campaigns`, NameSchema);
  if (campaigns.some(({ name }) => name === campaign.name)) return;
  const body = { ...campaign, crmTablePrefix: table.prefix };
  expectStatus(await api.post(`${home}/campaigns`, body), 'Making the campaign', 201);
}

const tablesOf = ({ account }: DemoClient) => `/accounts/${account.prefix}/crm-tables`;

async function findOrMakeTable(api: ApiClient, client: DemoClient): Promise<ApiAnswer> {
  const found = await api.get(`${tablesOf(client)}/${client.table.prefix}`);
  if (found.status !== 404) return expectStatus(found, 'Reading the CRM table', 200);
  return expectStatus(await api.post(tablesOf(client), client.table), 'Making the CRM table', 201);
}

/** A table that is published stays as it is: an administrator may have changed it. */
async function publish(api: ApiClient, client: DemoClient, { body, etag }: ApiAnswer): Promise<void> {
  const { published, draft } = TableSchema.parse(body);
  if (published !== null) return;
  const { prefix, name, defaultCountry } = client.table;
  const address = `${tablesOf(client)}/${prefix}`;
  // The draft of a start that was stopped before the publication has further fields.
  const standard = draft.fields.slice(0, STANDARD_FIELDS);
  const structure = { name, defaultCountry, ...structureOf(client, standard) };
  const saved = expectStatus(await api.put(address, structure, etag), 'Saving the CRM table', 200);
  expectStatus(await api.post(`${address}/publish`, undefined, saved.etag), 'Publishing the CRM table', 201);
}

/** So many fields a new CRM table has. */
const STANDARD_FIELDS = 12;
