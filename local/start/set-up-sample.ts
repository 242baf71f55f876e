import * as z from 'zod';
import { type ApiAnswer, type ApiClient, expectStatus } from './api-client.ts';

/** The account, campaign and CRM table of the sample. */
export const SAMPLE = {
  account: { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte Keller' },
  campaign: { name: 'City Breaks', crmName: 'Vouchers' },
  table: { prefix: 'VOUCIM', name: 'City Breaks vouchers', defaultCountry: 'GB' },
} as const;

const ACCOUNT = `/accounts/${SAMPLE.account.prefix}`;
const TABLES = `${ACCOUNT}/crm-tables`;
const TABLE = `${TABLES}/${SAMPLE.table.prefix}`;

const TableSchema = z.object({ published: z.object({ version: z.number() }).nullable() });
const CampaignsSchema = z.object({ items: z.array(z.object({ name: z.string() })) });
const VersionSchema = z.object({ version: z.number() });

/** Creates account, CRM table and campaign if they are missing; returns the table's published version. */
export async function setUpSample(api: ApiClient): Promise<number> {
  expectStatus(await api.post('/accounts', SAMPLE.account), 'Making the account', 201, 409);
  const version = await publishTable(api, await findOrMakeTable(api));
  const campaigns = expectStatus(await api.get(`${ACCOUNT}/campaigns?limit=100`), 'Listing the campaigns', 200);
  const { items } = CampaignsSchema.parse(campaigns.body);
  if (!items.some(({ name }) => name === SAMPLE.campaign.name)) {
    const campaign = { ...SAMPLE.campaign, crmTablePrefix: SAMPLE.table.prefix };
    expectStatus(await api.post(`${ACCOUNT}/campaigns`, campaign), 'Making the campaign', 201);
  }
  return version;
}

async function findOrMakeTable(api: ApiClient): Promise<ApiAnswer> {
  const found = await api.get(TABLE);
  if (found.status !== 404) return expectStatus(found, 'Reading the CRM table', 200);
  return expectStatus(await api.post(TABLES, SAMPLE.table), 'Making the CRM table', 201);
}

async function publishTable(api: ApiClient, { body, etag }: ApiAnswer): Promise<number> {
  const { published } = TableSchema.parse(body);
  if (published !== null) return published.version;
  const answer = expectStatus(await api.post(`${TABLE}/publish`, undefined, etag), 'Publishing the CRM table', 201);
  return VersionSchema.parse(answer.body).version;
}
