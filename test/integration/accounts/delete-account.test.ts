import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sequenceKey } from '../../../functions/accounts/dynamodb/account-sequence.ts';
import type { AccountPorts } from '../../../functions/accounts/ports.ts';
import { routes as accountRoutes } from '../../../functions/accounts/routes.ts';
import { campaignRepository } from '../../../functions/campaigns/dynamodb/campaign-repository.ts';
import { routes as campaignRoutes } from '../../../functions/campaigns/routes.ts';
import { crmTableRepository } from '../../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import { DynamoPublishedTableReader } from '../../../functions/crm-tables/index.ts';
import { routes as tableRoutes } from '../../../functions/crm-tables/routes.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { toItem } from '../../../functions/shared/dynamodb/attributes.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { accountPortsOn } from '../../support/account-ports.ts';
import { CONTROL_ITEMS, type KeyParts } from '../../support/control-items.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call, type TestRequest } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { TESTERS } from '../../support/rights.ts';

type Handler = ReturnType<typeof createApi>;

let dynamo: TestDynamo;
let ports: AccountPorts;
let handlers: { accounts: Handler; campaigns: Handler; tables: Handler };

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const { client, controlTable } = dynamo;
  const answers = new DynamoAnswerStore(client, controlTable, systemClock);
  ports = { ...accountPortsOn(dynamo), clock: systemClock };
  const common = { ...ports, ids: timeOrderedIds, answers, rights: TESTERS, audit: new MemoryAudit() };
  handlers = {
    accounts: createApi(accountRoutes, common),
    campaigns: createApi(campaignRoutes, {
      ...common,
      campaigns: campaignRepository(new ControlTable(client, controlTable)),
    }),
    tables: createApi(tableRoutes, {
      ...common,
      tables: crmTableRepository(new ControlTable(client, controlTable)),
      versions: new DynamoPublishedTableReader(client, controlTable),
    }),
  };
});
afterAll(() => dynamo.stop());

/** Parts of keys in which nothing matters but the account. */
const ANY_PARTS: KeyParts = {
  ...{ username: 'name', 'CRM Id': 'id', 'e-mail address': 'a@example.com' },
  ...{ ACC: 'BRI', PREFIX: 'VOUCIM', id: '1', version: 1, name: 'name', importId: 'import', createdAt: 'then' },
  ...{ 'granted at': 'then', 'schedule id': '1', scheduledAt: 'then', object: 'object', user: 'user', key: 'key' },
  ...{ time: 'then', 'request id': 'request', route: 'route', 'five minutes': 'then', hour: 'then' },
};

const account = (prefix: string) => ({ prefix, name: `Account ${prefix}`, manager: 'Brigitte' });
const create = (prefix: string, request: TestRequest = {}) =>
  call(handlers.accounts, 'POST', '/accounts', { body: account(prefix), ...request });
const get = (prefix: string) => call(handlers.accounts, 'GET', `/accounts/${prefix}`);
const remove = (prefix: string, etag = '"1"', headers: Record<string, string> = {}, handler = handlers.accounts) =>
  call(handler, 'DELETE', `/accounts/${prefix}`, { headers: { 'if-match': etag, ...headers } });
const addCampaign = (prefix: string, name = 'Renewals') =>
  call(handlers.campaigns, 'POST', `/accounts/${prefix}/campaigns`, { body: { name } });
const addTable = (prefix: string, tablePrefix: string) =>
  call(handlers.tables, 'POST', `/accounts/${prefix}/crm-tables`, {
    body: { prefix: tablePrefix, name: tablePrefix, defaultCountry: 'GB' },
  });

/** An API of accounts in which this happens after each count of campaigns and CRM tables, before the deletion. */
function afterCounting(happens: () => Promise<unknown>): Handler {
  const contents: AccountPorts['contents'] = {
    async countIn(id) {
      const counted = await ports.contents.countIn(id);
      await happens();
      return counted;
    },
  };
  const answers = new DynamoAnswerStore(dynamo.client, dynamo.controlTable, systemClock);
  return createApi(accountRoutes, { ...ports, contents, answers, rights: TESTERS, audit: new MemoryAudit() });
}

describe('deleting an account', () => {
  test('removes it from the list, and frees its prefix', async () => {
    await create('DEL');
    expect(await remove('del')).toMatchObject({ status: 204, body: undefined });
    expect((await get('DEL')).body.code).toBe('account.not-found');
    const { body } = await call(handlers.accounts, 'GET', '/accounts?filter=DEL');
    expect(body.items).toEqual([]);
    expect((await remove('DEL')).body.code).toBe('account.not-found');
    expect((await addCampaign('DEL')).body.code).toBe('account.not-found');
    expect((await addTable('DEL', 'DELTAB')).body.code).toBe('account.not-found');
    expect((await create('DEL')).status).toBe(201);
  });

  test('needs the ETag of what was read, and the permission to manage accounts', async () => {
    await create('TAG');
    expect((await call(handlers.accounts, 'DELETE', '/accounts/TAG')).status).toBe(428);
    expect((await remove('TAG', '"2"')).body.code).toBe('if-match.stale');
    for (const role of ['agent', 'supervisor', 'none']) {
      const rejected = await call(handlers.accounts, 'DELETE', '/accounts/TAG', { role });
      expect(rejected.body.code).toBe('access.forbidden');
    }
    expect((await get('TAG')).status).toBe(200);
  });

  test('is rejected while it has campaigns or CRM tables, and says how many', async () => {
    await create('USE');
    const campaign = await addCampaign('USE');
    expect((await remove('USE')).body).toMatchObject({
      status: 409,
      code: 'account.in-use',
      detail: 'Account USE has 1 campaign. Delete its campaigns first, then the account.',
    });
    await addCampaign('USE', 'Sales');
    await addTable('USE', 'USETAB');
    expect((await remove('USE')).body.detail).toMatch(/^Account USE has 2 campaigns and 1 CRM table\./);
    const address = String(campaign.headers.location);
    await call(handlers.campaigns, 'DELETE', address, { headers: { 'if-match': '"1"' } });
    expect((await remove('USE')).body.detail).toMatch(/^Account USE has 1 campaign and 1 CRM table\./);
  });

  test('succeeds after its campaigns are deleted', async () => {
    await create('EMP');
    const { headers } = await addCampaign('EMP');
    await call(handlers.campaigns, 'DELETE', String(headers.location), { headers: { 'if-match': '"1"' } });
    expect((await remove('EMP')).status).toBe(204);
  });

  // An item of a later context that belongs to an account has to be counted, too. The kit's audit stays, and so do
  // certificates: a job that runs has a CRM table, which is counted.
  const UNCOUNTED = ["claim on a campaign's name", 'maintenance job'];
  const CONTENTS = CONTROL_ITEMS.filter(
    ({ context, parts, item }) =>
      context !== 'accounts' && context !== 'shared' && parts.includes('ACC') && !UNCOUNTED.includes(item),
  );
  test.each(CONTENTS.map((each, index) => ({ ...each, prefix: `IT${'ABCDEF'.charAt(index)}` })))(
    'is rejected while there is only a $item',
    async ({ key, prefix }) => {
      await create(prefix);
      // A count of users is an item whose number matters.
      const Item = toItem({ ...key({ ...ANY_PARTS, ACC: prefix }), holders: 1 });
      await dynamo.client.send(new PutItemCommand({ TableName: dynamo.controlTable, Item }));
      expect((await remove(prefix)).body.code).toBe('account.in-use');
    },
  );
});

describe('a deletion at the same moment as', () => {
  test('the creation of a campaign is rejected', async () => {
    await create('CAM');
    const rejected = await remove(
      'CAM',
      '"1"',
      {},
      afterCounting(() => addCampaign('CAM')),
    );
    expect(rejected.body).toMatchObject({ status: 409, code: 'account.in-use' });
    expect((await get('CAM')).status).toBe(200);
    expect((await remove('CAM')).body.detail).toMatch(/1 campaign\./);
  });

  test('the creation of a CRM table is rejected', async () => {
    await create('TAB');
    const rejected = await remove(
      'TAB',
      '"1"',
      {},
      afterCounting(() => addTable('TAB', 'TABTAB')),
    );
    expect(rejected.body).toMatchObject({ status: 409, code: 'account.in-use' });
    expect((await get('TAB')).status).toBe(200);
  });

  test('an update is rejected', async () => {
    await create('UPD');
    const update = () =>
      call(handlers.accounts, 'PUT', '/accounts/UPD', {
        body: { name: 'N', manager: 'M' },
        headers: { 'if-match': '"1"' },
      });
    const rejected = await remove('UPD', '"1"', {}, afterCounting(update));
    expect(rejected.body.code).toBe('if-match.stale');
    expect((await get('UPD')).body.name).toBe('N');
  });

  test('another deletion, followed by a new account with a campaign, is rejected', async () => {
    await create('ABA');
    const reuse = async () => {
      expect((await remove('ABA')).status).toBe(204);
      expect((await create('ABA')).status).toBe(201);
      expect((await addCampaign('ABA')).status).toBe(201);
    };
    expect((await remove('ABA', '"1"', {}, afterCounting(reuse))).body.code).toBe('if-match.stale');
    expect((await get('ABA')).status).toBe(200);
  });

  test('many creations leaves no campaign and no CRM table without its account', async () => {
    const letters = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];
    const race = async (letter: string, index: number) => {
      const prefix = `RA${letter}`;
      await create(prefix);
      const creations = [() => addCampaign(prefix), () => addTable(prefix, `RACE${letter}`)];
      const calls = [...creations.slice(0, index % 3), () => remove(prefix), ...creations.slice(index % 3)];
      const answers = await Promise.all(calls.map((each) => each()));
      const isThere = (await get(prefix)).status === 200;
      const contents = await ports.contents.countIn({ accountPrefix: prefix });
      const created = answers.filter(({ status }) => status === 201).length;
      expect(contents.campaigns + contents.crmTables).toBe(created);
      expect({ prefix, isThere }).toEqual({ prefix, isThere: created > 0 });
      return isThere;
    };
    await Promise.all(letters.map(race));
  });
});

describe('a prefix that is used again', () => {
  test('makes no ETag of the earlier account valid', async () => {
    await create('ETA');
    const put = (etag: string) =>
      call(handlers.accounts, 'PUT', '/accounts/ETA', {
        body: { name: 'N', manager: 'M' },
        headers: { 'if-match': etag },
      });
    expect((await put('"1"')).headers.etag).toBe('"2"');
    expect((await remove('ETA', '"2"')).status).toBe(204);

    const second = await create('ETA');
    expect(second).toMatchObject({ status: 201, headers: { etag: '"3"' } });
    expect((await get('ETA')).headers.etag).toBe('"3"');
    for (const old of ['"1"', '"2"']) {
      expect((await put(old)).body.code).toBe('if-match.stale');
      expect((await remove('ETA', old)).body.code).toBe('if-match.stale');
    }
    expect((await remove('ETA', '"3"')).status).toBe(204);
    expect((await create('ETA')).headers.etag).toBe('"4"');
  });

  test('is taken once by several creations at the same moment', async () => {
    await create('MAN');
    await remove('MAN');
    const answers = await Promise.all([create('MAN'), create('MAN'), create('MAN')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await get('MAN')).headers.etag).toBe('"2"');
  });

  test('keeps its sequence number', async () => {
    await create('SEQ');
    await remove('SEQ');
    expect(await ports.accounts.readSequence({ accountPrefix: 'SEQ' })).toBe(1);
    expect(await new ControlTable(dynamo.client, dynamo.controlTable).get(sequenceKey('SEQ'))).toMatchObject({
      sequence: { N: '1' },
    });
  });

  test('has no effect on the stored answers of an Idempotency-Key', async () => {
    const key = (value: string) => ({ 'idempotency-key': value });
    const replayed = { headers: { 'idempotent-replayed': 'true' } };
    await create('IDE', { headers: key('create') });
    expect((await remove('IDE', '"1"', key('delete'))).status).toBe(204);
    expect(await create('IDE', { headers: key('create') })).toMatchObject({ status: 201, ...replayed });
    expect((await get('IDE')).status).toBe(404);

    await create('IDE');
    expect(await remove('IDE', '"1"', key('delete'))).toMatchObject({ status: 204, ...replayed });
    expect((await get('IDE')).status).toBe(200);
  });
});
