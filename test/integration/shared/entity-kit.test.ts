import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { accountKey, accountRepository } from '../../../functions/accounts/index.ts';
import type { Clock } from '../../../functions/shared/domain/clock.ts';
import { type Ids, timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import type { Repository } from '../../../functions/shared/domain/repository.ts';
import { foldName, uniqueName } from '../../../functions/shared/domain/text.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { entityRepository } from '../../../functions/shared/dynamodb/entity-repository.ts';
import { onAccount } from '../../../functions/shared/http/access.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { entityRoutes } from '../../../functions/shared/http/entity-routes.ts';
import { AccountPathSchema } from '../../../functions/shared/http/path-parameters.ts';
import { entityUseCases } from '../../../functions/shared/use-cases/entity-use-cases.ts';
import { buildDocument } from '../../../tools/openapi/build-document.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { routeTable, send, type TestRequest } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { itemAt, NEW_ATTRIBUTES, writeAsNewer } from '../../support/newer-release.ts';
import { testEntry } from '../../support/origin.ts';
import { TESTERS } from '../../support/rights.ts';

// The whole code of an ordinary entity: the content of domain/disposition.ts …
const DispositionSchema = z
  .strictObject({
    id: z.string(),
    accountPrefix: z.string(),
    name: uniqueName(50),
    outcomes: z.array(z.strictObject({ code: z.string(), isFinal: z.boolean() })),
    note: z.string().optional(),
  })
  .meta({ id: 'Disposition' });
type Disposition = z.infer<typeof DispositionSchema>;

const DispositionInputSchema = DispositionSchema.omit({ id: true, accountPrefix: true }).meta({
  id: 'DispositionInput',
});
type DispositionInput = z.infer<typeof DispositionInputSchema>;

type AccountPath = Pick<Disposition, 'accountPrefix'>;
type DispositionPath = Pick<Disposition, 'accountPrefix' | 'id'>;

// … in dynamodb/disposition-repository.ts …
const partition = (accountPrefix: string) => `OUTBOUND#${accountPrefix}`;
const dispositionKey = ({ accountPrefix, id }: DispositionPath) => ({
  PK: partition(accountPrefix),
  SK: `DISPOSITION#${id}`,
});

const dispositionRepository = (table: ControlTable) =>
  entityRepository(table, {
    schema: DispositionSchema,
    parent: ({ accountPrefix }: AccountPath) => accountKey(accountPrefix),
    list: ({ accountPrefix }) => ({ partition: partition(accountPrefix), sortPrefix: 'DISPOSITION#' }),
    key: dispositionKey,
    idOf: (disposition): DispositionPath => disposition,
    nameKey: ({ accountPrefix, name }) => ({ PK: partition(accountPrefix), SK: `NAME#${foldName(name)}` }),
  });

// … and in routes.ts.
interface Services {
  readonly dispositions: Repository<Disposition, AccountPath, DispositionPath>;
  readonly ids: Ids;
}

const routes = entityRoutes({
  noun: 'disposition',
  plural: 'dispositions',
  tag: 'Outbound',
  path: '/accounts/{accountPrefix}/dispositions',
  params: { parent: AccountPathSchema, id: AccountPathSchema.extend({ id: z.string().min(1).max(100) }) },
  schema: DispositionSchema,
  input: { create: DispositionInputSchema, update: DispositionInputSchema },
  access: onAccount,
  permissions: { read: 'setup.read', write: 'campaigns.manage' },
  idOf: ({ accountPrefix, id }) => ({ accountPrefix, id }),
  filterBy: ['name'],
  useCases: entityUseCases({
    noun: 'disposition',
    parentNoun: 'account',
    repository: ({ dispositions }: Services) => dispositions,
    make: (input: DispositionInput, { accountPrefix }: AccountPath, { ids }) => ({
      id: ids.newId(),
      accountPrefix,
      ...input,
    }),
    idOf: ({ accountPrefix, id }: Disposition) => ({ accountPrefix, id }),
    update: (before: Disposition, input: DispositionInput) => ({ ...before, note: undefined, ...input }),
    audit: { account: ({ accountPrefix }) => accountPrefix, personal: ['note'] },
  }),
});

let dynamo: TestDynamo;
let api: (method: string, address: string, request?: TestRequest) => ReturnType<typeof send>;
const clock: Clock = { now: () => new Date() };
const ALL = '/accounts/BRI/dispositions';
const sale = { name: 'Sale', outcomes: [{ code: 'sold', isFinal: true }], note: '' };
const at = (revision: number) => ({ 'if-match': `"${revision}"` });

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const table = new ControlTable(dynamo.client, dynamo.controlTable);
  for (const prefix of ['BRI', 'OTH'])
    await accountRepository(table).create(
      { prefix, name: 'A', manager: 'M', createdAt: '2026-11-22T10:00:00.000Z' },
      testEntry(),
    );
  const handler = createApi(routes, {
    dispositions: dispositionRepository(table),
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(dynamo.client, dynamo.controlTable, clock),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
  const keys = routeTable(routes.map(({ method, path }) => `${method} ${path}`));
  api = (...request) => send(handler, keys, ...request);
});
afterAll(() => dynamo.stop());

describe('an ordinary entity', () => {
  test('is created, read, listed, updated and deleted', async () => {
    const created = await api('POST', ALL, { body: sale });
    expect(created).toMatchObject({ status: 201, body: { ...sale, accountPrefix: 'BRI' } });
    const { location = '' } = created.headers;
    expect(created.headers).toMatchObject({ etag: '"1"', location: `${ALL}/${created.body.id}` });
    expect(await api('GET', String(location))).toMatchObject({ status: 200, body: created.body });
    expect((await api('GET', ALL)).body).toEqual({ items: [created.body] });

    const input = { name: 'No sale', outcomes: [] };
    const changed = await api('PUT', String(location), { body: input, headers: at(1) });
    expect(changed).toMatchObject({ status: 200, headers: { etag: '"2"' } });
    expect(changed.body).toEqual({ ...input, id: created.body.id, accountPrefix: 'BRI' });
    expect((await api('GET', String(location))).body).toEqual(changed.body);

    expect((await api('DELETE', String(location), { headers: at(2) })).status).toBe(204);
    expect(await api('GET', String(location))).toMatchObject({ status: 404, body: { code: 'disposition.not-found' } });
    expect((await api('GET', ALL)).body).toEqual({ items: [] });
  });

  test('is updated and deleted at the revision that was read, once', async () => {
    const { headers } = await api('POST', ALL, { body: { ...sale, name: 'Races' } });
    const address = String(headers.location);
    const body = { ...sale, name: 'Raced' };
    const both = await Promise.all([1, 1].map((revision) => api('PUT', address, { body, headers: at(revision) })));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect(await api('PUT', address, { body })).toMatchObject({ status: 428, body: { code: 'if-match.missing' } });
    for (const stale of [
      await api('DELETE', address, { headers: at(1) }),
      await api('PUT', address, { body, headers: at(3) }),
    ])
      expect(stale).toMatchObject({ status: 412, body: { code: 'if-match.stale' } });
    for (const [ifMatch, status, code] of [
      ['W/"2"', 412, 'if-match.stale'],
      ['"1", "7"', 412, 'if-match.stale'],
      ['"x"', 412, 'if-match.stale'],
      ['2', 400, 'if-match.invalid'],
      ['', 400, 'if-match.invalid'],
      ['"2" "3"', 400, 'if-match.invalid'],
      ['*, "2"', 400, 'if-match.invalid'],
    ] as const)
      expect(await api('PUT', address, { body, headers: { 'if-match': ifMatch } })).toMatchObject({
        status,
        body: { code },
      });
    const overwritten = await api('PUT', address, { body: sale, headers: { 'if-match': '"7", "2"' } });
    expect(overwritten).toMatchObject({ status: 200, headers: { etag: '"3"' } });
    expect((await api('DELETE', address, { headers: { 'if-match': ' * ' } })).status).toBe(204);
    expect((await api('DELETE', address, { headers: { 'if-match': '*' } })).status).toBe(404);
  });

  test('has a name that is unique in its account, whatever its case, until it is renamed or deleted', async () => {
    const create = (name: string, account = 'BRI') =>
      api('POST', `/accounts/${account}/dispositions`, { body: { ...sale, name } });
    const answers = await Promise.all(['Busy  line', 'busy line', 'BUSY LINE'].map((name) => create(name)));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'disposition.name-taken',
      errors: [{ pointer: '/name' }],
    });
    expect((await create('Busy line', 'OTH')).status).toBe(201);
    const other = await create('Other');
    const rename = (name: string, revision: number) =>
      api('PUT', String(other.headers.location), { body: { ...sale, name }, headers: at(revision) });
    expect((await rename('busy Line', 1)).body.code).toBe('disposition.name-taken');
    expect((await rename('OTHER', 1)).status).toBe(200);
    expect((await rename('Third', 2)).status).toBe(200);
    expect((await create('other')).status).toBe(201);
    expect((await api('DELETE', String(other.headers.location), { headers: at(3) })).status).toBe(204);
    expect((await create('third')).status).toBe(201);
  });

  test('belongs to an account that must exist', async () => {
    const nowhere = '/accounts/NIX/dispositions';
    for (const answer of [await api('POST', nowhere, { body: sale }), await api('GET', nowhere)])
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'account.not-found', detail: 'There is no account NIX.' },
      });
    const mine = await api('POST', ALL, { body: { ...sale, name: 'Mine' } });
    const foreign = `/accounts/OTH/dispositions/${mine.body.id}`;
    expect((await api('GET', foreign)).status).toBe(404);
    expect((await api('DELETE', foreign, { headers: at(1) })).status).toBe(404);
  });

  test('keeps what a newer release has stored with it, and does not show it', async () => {
    const { body, headers } = await api('POST', ALL, { body: { ...sale, name: 'Newer' } });
    await writeAsNewer(dynamo, dispositionKey(body));
    const address = String(headers.location);
    expect((await api('GET', address)).body).toEqual(body);
    expect((await api('PUT', address, { body: { ...sale, name: 'Older' }, headers: at(1) })).status).toBe(200);
    expect(await itemAt(dynamo, dispositionKey(body))).toMatchObject({
      ...NEW_ATTRIBUTES,
      name: { S: 'Older' },
      outcomes: { L: [{ M: { code: { S: 'sold' }, isFinal: { BOOL: true } } }] },
    });
  });

  test('is listed by pages, whose cursors fit no other list', async () => {
    for (const name of ['1', '2', '3']) await api('POST', '/accounts/OTH/dispositions', { body: { ...sale, name } });
    const seen: string[] = [];
    for (let cursor = ''; ; ) {
      const { body } = await api('GET', `/accounts/OTH/dispositions?limit=2${cursor}`);
      seen.push(...body.items.map((each: Disposition) => each.name));
      if (!body.nextCursor) break;
      cursor = `&cursor=${body.nextCursor}`;
      expect((await api('GET', `${ALL}?limit=2${cursor}`)).body.code).toBe('cursor.invalid');
    }
    expect(seen).toEqual(['Busy line', '1', '2', '3']);
  });

  test('is written by those who have the permission, on input that fits its schema', async () => {
    expect((await api('GET', ALL, { role: 'agent' })).status).toBe(200);
    expect((await api('POST', ALL, { body: sale, role: 'agent' })).body.code).toBe('access.forbidden');
    const wrong = await api('POST', ALL, { body: { ...sale, name: ' ', extra: 1 } });
    expect(wrong.body.errors).toMatchObject([{ pointer: '/name' }, { pointer: '/extra', code: 'input.unknown' }]);
  });

  test('is described by the OpenAPI document', () => {
    const { paths, components } = buildDocument(routes);
    const operations = Object.entries(paths ?? {}).flatMap(([path, item]) =>
      Object.entries(item ?? {}).map(([method, { operationId, summary }]) => [method, path, operationId, summary]),
    );
    const one = '/accounts/{accountPrefix}/dispositions/{id}';
    const all = '/accounts/{accountPrefix}/dispositions';
    expect(operations).toEqual([
      ['get', all, 'listDispositions', 'List the dispositions.'],
      ['post', all, 'createDisposition', 'Create a disposition.'],
      ['get', one, 'getDisposition', 'Read a disposition.'],
      ['put', one, 'updateDisposition', 'Update a disposition.'],
      ['delete', one, 'deleteDisposition', 'Delete a disposition.'],
    ]);
    expect(Object.keys(components?.schemas ?? {})).toEqual(expect.arrayContaining(['Disposition', 'DispositionInput']));
  });
});
