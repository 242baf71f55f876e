import { startImport } from '../../../functions/imports/use-cases/uploads/start-import.ts';
import { type ApiClient, success } from '../../support/api-client.ts';
import { runAll, type WholeApi } from '../../support/whole-api.ts';

const MiB = 1024 * 1024;
const LARGE = 64 * MiB + 1;
const PART = 8 * MiB;

const FILE = `Customer ID,Last name,Post code,Region
VOUCIM_1,Smith,SW12 2ER,South
VOUCIM_2,Ashworth,YO1 7HH,North
VOUCIM_3,Chaudhary,LS1 4DY and more,North
`;

/** The bucket and the workflow engine, which the client does not see. */
function cloudOf({ imports, bucket }: WholeApi) {
  return {
    /** A client has sent the file: the bucket reports it. */
    async arrive(key: string, body: string): Promise<void> {
      await bucket.put(key, body);
      const versionId = (await bucket.head(key))?.versionId ?? '';
      await startImport(imports, { source: { bucket: 'data', key, versionId }, arrivedAt: imports.clock.now() });
    },
    async sendPart(importId: string, partNumber: number) {
      const record = await imports.imports.find(importId);
      const uploadId = record?.announced?.multipart?.uploadId ?? '';
      const body = new Uint8Array(partNumber === 9 ? 1 : PART);
      return bucket.putPart(record?.source.key ?? '', uploadId, partNumber, body);
    },
  };
}

/** Imports into VOUCIM; all but the last have ended. */
export async function callImports(client: ApiClient, api: WholeApi): Promise<void> {
  const head = Buffer.from(FILE).toString('base64');
  await success(client.POST('/imports/preview', { body: { prefix: 'VOUCIM', head } }));
  await propose(client, head);
  const importId = await importOnce(client, api);
  await success(client.GET('/imports/{importId}', { params: { path: { importId } } }));
  await success(client.GET('/imports', { params: { query: { prefix: 'VOUCIM', limit: 10 } } }));
  const cancelled = await cancel(client, api);
  const over = await confirm(client, api);
  const params = { path: { importId: cancelled } };
  // The newer import has superseded it.
  await client.POST('/imports/{importId}/resume', { params });
  await success(client.POST('/imports/{importId}/resume', { params, body: { over } }));
  await runAll(api.imports);
  await importInbox(client, api);
  await sendInParts(client, api);
  await correct(client, importId);
}

/** The failed records of an import, corrected. */
async function correct(client: ApiClient, corrects: string): Promise<void> {
  const params = { path: { importId: corrects } };
  await success(client.GET('/imports/{importId}/columns', { params }));
  const body = { prefix: 'VOUCIM', fileName: 'vouchers.csv', bytes: 80, corrects, options: { skipLines: 0 } };
  const { importId } = (await success(client.POST('/imports', { body }))).body;
  await success(client.GET('/imports/{importId}/corrections', { params }));
  // It has not read its file.
  await client.GET('/imports/{importId}/columns', { params: { path: { importId } } });
}

/** A file of the inbox, now. */
async function importInbox(client: ApiClient, { imports, bucket }: WholeApi): Promise<void> {
  const key = 'inbox/VOUCIM/monday.csv';
  await bucket.put(key, FILE.replace('Smith', 'Smyth'));
  await success(client.GET('/crm-tables/{prefix}/inbox', { params: { path: { prefix: 'VOUCIM' } } }));
  const body = { prefix: 'VOUCIM', key, mapping: [{ column: 'Last name', field: 'P011' }] };
  const { importId } = (await success(client.POST('/imports/from-inbox', { body }))).body;
  await runAll(imports);
  await success(client.POST('/imports/{importId}/confirm', { params: { path: { importId } } }));
  await runAll(imports);
  const path = { prefix: 'VOUCIM', customerId: 'VOUCIM_1', importId };
  const address = '/crm-tables/{prefix}/customers/{customerId}/history/imports/{importId}';
  await success(client.GET(address, { params: { path } }));
  await success(client.GET('/crm-tables/{prefix}/customers/{customerId}/history', { params: { path } }));
}

/** A CRM table for the same file. */
async function propose(client: ApiClient, head: string): Promise<void> {
  const params = { path: { accountPrefix: 'BRI' } };
  const body = { head, bytes: FILE.length, fileName: 'vouchers.csv', defaultCountry: 'GB' };
  await success(client.POST('/accounts/{accountPrefix}/crm-table-proposals', { params, body }));
}

async function announce(client: ApiClient, fileName: string, bytes: number) {
  const options = { mode: 'upsert', duplicates: 'last' } as const;
  const mapping = [{ column: 'Last name', field: 'P011' }];
  const body = { prefix: 'VOUCIM', fileName, bytes, options, mapping };
  return (await success(client.POST('/imports', { body }))).body;
}

async function importOnce(client: ApiClient, api: WholeApi): Promise<string> {
  const { arrive } = cloudOf(api);
  const { importId, source } = await announce(client, 'vouchers.csv', FILE.length);
  api.wait(2);
  await arrive(source?.key ?? '', FILE);
  await runAll(api.imports);
  return importId;
}

/** Returns the id of the import. */
async function cancel(client: ApiClient, api: WholeApi): Promise<string> {
  const { arrive } = cloudOf(api);
  const { importId, source } = await announce(client, 'vouchers-2.csv', FILE.length);
  await arrive(source?.key ?? '', FILE);
  await success(client.POST('/imports/{importId}/cancel', { params: { path: { importId } } }));
  await runAll(api.imports);
  return importId;
}

/** Returns the id of the import. */
async function confirm(client: ApiClient, api: WholeApi): Promise<string> {
  const { arrive } = cloudOf(api);
  const path = { accountPrefix: 'BRI' };
  const { header } = await success(client.GET('/accounts/{accountPrefix}', { params: { path } }));
  const body = { name: 'Brigitte Travel', manager: 'Brigitte Martin', confirmImportsOverDollars: 0 };
  await success(client.PUT('/accounts/{accountPrefix}', { params: { path, header }, body }));
  const { importId, source } = await announce(client, 'vouchers-3.csv', FILE.length);
  await arrive(source?.key ?? '', FILE);
  await success(client.POST('/imports/{importId}/confirm', { params: { path: { importId } } }));
  await runAll(api.imports);
  return importId;
}

async function sendInParts(client: ApiClient, api: WholeApi): Promise<void> {
  const { sendPart } = cloudOf(api);
  const { importId } = await announce(client, 'all-vouchers.csv', LARGE);
  const params = { path: { importId } };
  const partNumbers = [1, 2];
  await success(client.POST('/imports/{importId}/parts', { params, body: { partNumbers } }));
  const parts = [await sendPart(importId, 1), await sendPart(importId, 2)];
  await success(client.GET('/imports/{importId}/parts', { params }));
  for (let number = 3; number <= 9; number += 1) parts.push(await sendPart(importId, number));
  await success(client.POST('/imports/{importId}/complete', { params, body: { parts } }));
}
