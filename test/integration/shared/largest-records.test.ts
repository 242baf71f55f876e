import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DynamoPublishedTableReader } from '../../../functions/crm-tables/index.ts';
import { definitionReader } from '../../../functions/definitions/dynamodb/definition-reader.ts';
import { definitionRepository } from '../../../functions/definitions/dynamodb/definition-repository.ts';
import type { DefinitionReader } from '../../../functions/definitions/ports.ts';
import { routes } from '../../../functions/definitions/routes.ts';
import { systemClock } from '../../../functions/shared/domain/clock.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { CrmTablesApi } from '../../support/crm-tables-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { testEntry } from '../../support/origin.ts';
import { textField } from '../../support/published-table.ts';
import { TESTERS } from '../../support/rights.ts';

const LIMIT = 256 * 1024;
const DEFINITIONS = '/crm-tables/LARGE/definitions';
let dynamo: TestDynamo;
let tables: CrmTablesApi;
let reader: DefinitionReader;
let api: (method: string, path: string, body?: unknown, etag?: unknown) => ReturnType<typeof call>;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const { client, controlTable } = dynamo;
  tables = await CrmTablesApi.on(dynamo);
  await tables.published('LARGE');
  reader = definitionReader(new ControlTable(client, controlTable));
  const handler = createApi(routes, {
    definitions: definitionRepository(new ControlTable(client, controlTable)),
    reader,
    tables: new DynamoPublishedTableReader(client, controlTable),
    clock: systemClock,
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(client, controlTable, systemClock),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
  api = (method, path, body, etag) =>
    call(handler, method, path, { body, ...(etag !== undefined && { headers: { 'if-match': String(etag) } }) });
});
afterAll(() => dynamo.stop());

/** A definition of about `bytes` bytes: its mapping replaces many values. */
function definition(name: string, bytes: number, isDefault = false) {
  const value = (index: number) => `${index}`.padStart(1_000, 'é');
  const values: Record<string, string> = {};
  for (let index = 0; (index + 1) * 2_000 < bytes; index += 1) values[`v${index}`] = value(index);
  return { name, options: { mode: 'update-only' }, mapping: [{ column: 'X', field: 'P018', values }], isDefault };
}

describe('the largest accepted body', () => {
  test('of a definition is stored, also while it takes the place of a default one as large', async () => {
    const first = await api('POST', DEFINITIONS, definition('First', LIMIT - 3_000, true));
    expect(first.status).toBe(201);
    const second = await api('POST', DEFINITIONS, definition('Second', LIMIT - 3_000, true));
    expect(second.status).toBe(201);
    const address = `${DEFINITIONS}/${first.body.definitionId}`;
    const { headers } = await api('GET', address);
    const changed = await api('PUT', address, definition('First', LIMIT - 3_000, true), headers.etag);
    expect(changed).toMatchObject({ status: 200, body: { isDefault: true } });
    expect((await api('POST', DEFINITIONS, definition('Third', LIMIT + 3_000))).status).toBe(413);
  });

  test('of a draft is stored, published and restored', async () => {
    await tables.create('WIDE');
    const listValues = Array.from({ length: 500 }, (_, index) => `${index}`.padStart(170, 'x'));
    const list = (code: string) => textField(code, { type: 'list', listValues, maxLength: 200 });
    const fields = ['P021', 'P022'].map(list);
    expect((await tables.edit('WIDE', (draft) => ({ ...draft, fields: [...draft.fields, ...fields] }))).status).toBe(
      200,
    );
    expect((await tables.publish('WIDE')).status).toBe(201);
    const tooLarge = await tables.edit('WIDE', (draft) => ({ ...draft, fields: [...draft.fields, list('P023')] }));
    expect(tooLarge).toMatchObject({ status: 413, body: { code: 'body.too-large' } });
    const { headers } = await tables.get('/WIDE');
    expect((await tables.call('POST', '/WIDE/versions/1/restore', { ifMatch: String(headers.etag) })).status).toBe(200);
  });

  test('of a definition has a name that fits a key, whatever it folds to', async () => {
    const folded = await api('POST', DEFINITIONS, { name: '\ufdfa'.repeat(100) });
    expect(folded).toMatchObject({ status: 400, body: { errors: [{ pointer: '/name' }] } });
    expect((await api('POST', DEFINITIONS, { name: '\u{20000}'.repeat(50) })).status).toBe(201);
  });

  test('leaves a record that has grown beyond an item to be rejected by name', async () => {
    const repository = definitionRepository(new ControlTable(dynamo.client, dynamo.controlTable));
    const at = systemClock.now().toISOString();
    const grown = {
      ...definition('Grown', 500 * 1024),
      ...{ definitionId: 'grown', prefix: 'LARGE', version: 1, tableVersion: 1, createdAt: at, updatedAt: at },
      options: {},
    };
    await expect(repository.create(grown, undefined, testEntry())).rejects.toMatchObject({ code: 'record.too-large' });
  });
});

test('among more definitions than one page of the database holds, each is found', async () => {
  for (let index = 0; index < 8; index += 1)
    expect((await api('POST', DEFINITIONS, definition(`Many ${index}`, LIMIT - 3_000))).status).toBe(201);
  const last = await api('POST', DEFINITIONS, { name: 'The Last', options: { mode: 'update-only' }, isDefault: true });
  expect(await reader.findDefault('LARGE')).toMatchObject({ name: 'The Last', options: { mode: 'update-only' } });
  expect(await reader.find('LARGE', 'the  LAST')).toMatchObject({ name: 'The Last' });
  expect(await reader.find('LARGE', last.body.definitionId)).toMatchObject({ name: 'The Last' });
  for (const none of ['', 'none', 'x'.repeat(2_000), '\ufdfa'.repeat(200)])
    expect(await reader.find('LARGE', none)).toBeUndefined();
  const listed: string[] = [];
  for (let cursor = ''; ; ) {
    const { body } = await api('GET', `${DEFINITIONS}?limit=100${cursor && `&cursor=${cursor}`}`);
    listed.push(...body.items.map(({ name }: { name: string }) => name));
    cursor = body.nextCursor;
    if (!cursor) break;
  }
  expect(listed).toContain('The Last');
  expect(new Set(listed).size).toBe(listed.length);
});
