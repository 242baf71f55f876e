import { importKey } from '../../../functions/imports/dynamodb/import-item.ts';
import { type ApiClient, ConnectedClient, success } from '../../support/api-client.ts';
import type { TestDynamo } from '../../support/dynamodb.ts';
import { setText } from '../../support/newer-release.ts';
import { wholeApi } from '../../support/whole-api.ts';
import { KEY_OF_BRI } from './setup-calls.ts';

const path = { accountPrefix: 'BRI' };
const account = { prefix: 'BRI', name: 'Brigitte Training', manager: 'Brigitte Martin' };
const update = { name: 'Brigitte Training', manager: 'Brigitte Martin' };

/** Requests that are rejected, with each status that a problem can have. */
export async function callWrongly(connected: ConnectedClient, dynamo: TestDynamo): Promise<void> {
  const client = connected.as();
  await connected.as(null).GET('/me');
  await connected.as('agent').POST('/accounts', { body: account });
  await client.POST('/accounts', { body: { ...account, prefix: 'BRIG', name: '' } });
  await client.GET('/accounts', { params: { query: { cursor: 'damaged' } } });
  await client.GET('/accounts/{accountPrefix}', { params: { path: { accountPrefix: 'NIX' } } });
  await client.GET('/imports/{importId}', { params: { path: { importId: 'none' } } });
  await client.POST('/accounts', { body: account });
  await client.PUT('/accounts/{accountPrefix}', { params: { path, header: { 'if-match': '"1"' } }, body: update });
  const read = await success(client.GET('/accounts/{accountPrefix}', { params: { path } }));
  await client.DELETE('/accounts/{accountPrefix}', { params: { path, header: read.header } });
  const header = { 'idempotency-key': KEY_OF_BRI };
  await client.POST('/accounts', { params: { header }, body: { ...account, name: 'Another' } });
  await client.POST('/accounts', { body: { ...account, manager: 'x'.repeat(256 * 1024) } });
  await callUntyped(client);
  await callUnreadable(client, dynamo);
}

/** Requests that the types of the client reject, too. */
async function callUntyped(client: ApiClient): Promise<void> {
  // @ts-expect-error the header is required
  await client.PUT('/accounts/{accountPrefix}', { params: { path }, body: update });
  // @ts-expect-error the manager is required
  await client.POST('/accounts', { body: { prefix: 'BRI', name: 'Brigitte Training' } });
  await client.POST('/accounts', { body: account, bodySerializer: () => '{' });
  await client.POST('/accounts', { body: account, headers: { 'content-type': 'text/plain' } });
}

/** A record that a newer release has written. */
async function callUnreadable(client: ApiClient, dynamo: TestDynamo): Promise<void> {
  const body = { prefix: 'VOUCIM', fileName: 'vouchers.csv', bytes: 10 };
  const importId = (await client.POST('/imports', { body })).data?.importId ?? '';
  await setText(dynamo, importKey(importId), 'status', 'archived');
  await client.GET('/imports/{importId}', { params: { path: { importId } } });
}

/** A request that fails because the API's database is gone. */
export async function callWithoutDatabase(dynamo: TestDynamo): Promise<ConnectedClient> {
  const connected = new ConnectedClient(wholeApi({ ...dynamo, controlTable: 'none' }));
  await connected.as().GET('/accounts');
  return connected;
}
