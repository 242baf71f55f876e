import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublishedLookup } from '../../../functions/crm-tables/ports.ts';
import { definitionReader } from '../../../functions/definitions/dynamodb/definition-reader.ts';
import { definitionRepository } from '../../../functions/definitions/dynamodb/definition-repository.ts';
import { holdDefinition, releaseDefinition } from '../../../functions/definitions/index.ts';
import type { DefinitionReader } from '../../../functions/definitions/ports.ts';
import { routes } from '../../../functions/definitions/routes.ts';
import { timeOrderedIds } from '../../../functions/shared/domain/ids.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { DynamoAnswerStore } from '../../../functions/shared/dynamodb/dynamo-answer-store.ts';
import { createApi } from '../../../functions/shared/http/create-api.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { call } from '../../support/http.ts';
import { MemoryAudit } from '../../support/memory-audit.ts';
import { textField, voucim } from '../../support/published-table.ts';
import { TESTERS } from '../../support/rights.ts';

let dynamo: TestDynamo;
let api: ReturnType<typeof createApi>;
let reader: DefinitionReader;
/** Every version that was published of each table, the newest last. */
const published = new Map<string, ReturnType<typeof voucim>[]>();

beforeAll(async () => {
  dynamo = await startTestDynamo();
  reader = definitionReader(new ControlTable(dynamo.client, dynamo.controlTable));
  api = createApi(routes, {
    definitions: definitionRepository(new ControlTable(dynamo.client, dynamo.controlTable)),
    reader,
    tables: {
      readPublished: async (prefix): Promise<PublishedLookup> => {
        if (prefix === 'DRAFT') return { status: 'draft-only', accountPrefix: 'BRI' };
        const table = published.get(prefix)?.at(-1);
        return table ? { status: 'published', table } : { status: 'unknown' };
      },
      readVersion: async (prefix, version) => published.get(prefix)?.[version - 1],
      readCurrentFields: async (prefix) =>
        prefix === 'DRAFT' ? { ...voucim(), prefix, version: 0 } : published.get(prefix)?.at(-1),
    },
    clock: { now: () => new Date('2026-11-22T10:00:00Z') },
    ids: timeOrderedIds,
    answers: new DynamoAnswerStore(dynamo.client, dynamo.controlTable, { now: () => new Date() }),
    rights: TESTERS,
    audit: new MemoryAudit(),
  });
});
afterAll(() => dynamo.stop());

function publish(prefix: string, change: Parameters<typeof voucim>[0] = {}): string {
  const versions = published.get(prefix) ?? [];
  published.set(prefix, [...versions, voucim({ prefix, version: versions.length + 1, ...change })]);
  return `/crm-tables/${prefix}/definitions`;
}

const etag = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const named = (name: string, more: object = {}) => ({ body: { name, ...more } });
const whole = (name: string, more: object = {}) => named(name, { options: {}, mapping: [], isDefault: false, ...more });

describe('import definitions', () => {
  test('are saved, listed, read and changed, each change being a version that stays', async () => {
    const at = publish('SAVE');
    const options = { delimiter: 'semicolon', mode: 'insert-only' };
    const mapping = [{ column: 'Post Code', field: 'P018', values: { '-': '' }, default: 'n/a' }];
    const created = await call(api, 'POST', at, named('Daily', { options, mapping }));
    expect(created.status).toBe(201);
    const { definitionId } = created.body;
    expect(created.headers).toMatchObject({ etag: '"1"', location: `${at}/${definitionId}` });
    expect(created.body).toMatchObject({
      ...{ prefix: 'SAVE', name: 'Daily', isDefault: false, version: 1, tableVersion: 1, warnings: [] },
      ...{ options: { delimiter: ';', mode: 'insert-only' }, mapping },
    });
    expect((await call(api, 'GET', `/crm-tables/save/definitions/${definitionId}`)).body).toEqual(created.body);
    const changed = await call(api, 'PUT', `${at}/${definitionId}`, { ...whole('Weekly'), ...etag(1) });
    expect([changed.status, changed.headers.etag]).toEqual([200, '"2"']);
    expect((await call(api, 'GET', at)).body.items).toEqual([changed.body]);
    expect((await call(api, 'GET', `${at}?filter=WEEK`)).body.items).toEqual([changed.body]);
    expect((await call(api, 'GET', `${at}?filter=daily`)).body.items).toEqual([]);
    const versions = await call(api, 'GET', `${at}/${definitionId}/versions`);
    expect(versions.body.items.map((each: { name: string }) => each.name)).toEqual(['Weekly', 'Daily']);
    expect(await reader.find('SAVE', 'weekly')).toMatchObject({ definitionId, version: 2 });
    expect(await reader.find('SAVE', 'daily')).toBeUndefined();
  });

  test('are changed and deleted only at the version that was read', async () => {
    const at = publish('STALE');
    const { body } = await call(api, 'POST', at, named('One'));
    const address = `${at}/${body.definitionId}`;
    const both = await Promise.all(['A', 'B'].map((name) => call(api, 'PUT', address, { ...whole(name), ...etag(1) })));
    expect(both.map((each) => each.status).sort((a, b) => a - b)).toEqual([200, 412]);
    expect((await call(api, 'PUT', address, whole('C'))).status).toBe(428);
    expect((await call(api, 'DELETE', address, etag(1))).status).toBe(412);
    expect((await call(api, 'DELETE', address, etag(2))).status).toBe(204);
    expect((await call(api, 'GET', address)).body.code).toBe('definition.not-found');
    expect((await call(api, 'GET', `${address}/versions`)).body.items).toHaveLength(2);
    expect((await call(api, 'GET', `${at}/none/versions`)).status).toBe(404);
    expect((await call(api, 'POST', at, named('one'))).status).toBe(201);
  });

  test('have unique names in their table, regardless of case', async () => {
    const at = publish('NAMES');
    const answers = await Promise.all(['Daily', 'DAILY', ' daily '].map((name) => call(api, 'POST', at, named(name))));
    expect(answers.map((each) => each.status).sort((a, b) => a - b)).toEqual([201, 409, 409]);
    const other = await call(api, 'POST', at, named('Other'));
    const address = `${at}/${other.body.definitionId}`;
    const taken = await call(api, 'PUT', address, { ...whole('daily'), ...etag(1) });
    expect(taken.body).toMatchObject({ code: 'definition.name-taken', errors: [{ pointer: '/name' }] });
    expect((await call(api, 'PUT', address, { ...whole('OTHER'), ...etag(1) })).status).toBe(200);
    expect((await call(api, 'POST', publish('NAMES2'), named('Daily'))).status).toBe(201);
  });

  test('are the default one at a time, also when several want to be it at once', async () => {
    const at = publish('DEFLT');
    const first = await call(api, 'POST', at, named('First', { isDefault: true }));
    const second = await call(api, 'POST', at, named('Second', { isDefault: true }));
    const former = await call(api, 'GET', `${at}/${first.body.definitionId}`);
    expect(former.body).toMatchObject({ isDefault: false, version: 2 });
    expect(former.headers.etag).toBe('"2"');
    await Promise.all(['A', 'B', 'C', 'D'].map((name) => call(api, 'POST', at, named(name, { isDefault: true }))));
    const { items } = (await call(api, 'GET', at)).body;
    const defaults = items.filter((each: { isDefault: boolean }) => each.isDefault);
    expect(defaults).toHaveLength(1);
    expect(await reader.findDefault('DEFLT')).toMatchObject({ definitionId: defaults[0].definitionId });
    const none = { ...whole(defaults[0].name), ...etag(defaults[0].version) };
    expect((await call(api, 'PUT', `${at}/${defaults[0].definitionId}`, none)).status).toBe(200);
    expect(await reader.findDefault('DEFLT')).toBeUndefined();
    const { version } = (await call(api, 'GET', `${at}/${second.body.definitionId}`)).body;
    const again = { ...whole('Second', { isDefault: true }), ...etag(version) };
    expect((await call(api, 'PUT', `${at}/${second.body.definitionId}`, again)).status).toBe(200);
    expect((await call(api, 'DELETE', `${at}/${second.body.definitionId}`, etag(version + 1))).status).toBe(204);
    expect((await call(api, 'POST', at, named('Next', { isDefault: true }))).status).toBe(201);
  });

  test('must fit the CRM table: each violation has a pointer', async () => {
    const at = publish('FIT');
    const rejected = await call(
      api,
      'POST',
      at,
      named('Wrong', {
        options: { header: false, strictFields: ['P012', 'P018', 'P099'] },
        mapping: [
          { column: 1, field: 'P008', values: { a: 'b' }, default: 'x' },
          { column: 1, field: 'P018' },
          { column: 'Post Code', field: 'P018' },
          { column: 4, field: 'P099' },
        ],
      }),
    );
    expect([rejected.status, rejected.body.code]).toEqual([400, 'definition.invalid']);
    expect(rejected.body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`)).toEqual([
      ...(voucim().fields.find(({ code }) => code === 'P012')?.type === 'telephone'
        ? []
        : ['/options/strictFields/0 option.field-not-strict']),
      '/options/strictFields/1 option.field-not-strict',
      '/options/strictFields/2 field.unknown',
      '/mapping/0/values mapping.customer-id',
      '/mapping/0/default mapping.customer-id',
      '/mapping/1/column mapping.column-twice',
      '/mapping/2/field mapping.field-twice',
      '/mapping/2/column mapping.no-header',
      '/mapping/3/field field.unknown',
    ]);
  });

  test('of an unknown table are rejected', async () => {
    expect((await call(api, 'GET', '/crm-tables/NONE/definitions')).body.code).toBe('crm-table.not-found');
  });

  test('fit the draft of a table that is not published yet', async () => {
    const at = '/crm-tables/DRAFT/definitions';
    const saved = await call(api, 'POST', at, named('A', { mapping: [{ column: 'x', field: 'P018' }] }));
    expect(saved).toMatchObject({ status: 201, body: { tableVersion: 0, warnings: [] } });
    const { definitionId } = saved.body;
    expect((await call(api, 'GET', at)).body.items).toMatchObject([{ definitionId, warnings: [] }]);
    const wrong = await call(api, 'POST', at, named('B', { mapping: [{ column: 'x', field: 'P084' }] }));
    expect(wrong.body.errors).toMatchObject([{ detail: 'CRM table DRAFT (draft) has no field P084.' }]);
  });

  test('have warnings about later changes to the CRM table', async () => {
    const fields = voucim().fields;
    const at = publish('CHANGE', { fields: [...fields, textField('P021'), textField('P022'), textField('P023')] });
    const mapping = [
      { column: 'x', field: 'P021' },
      { column: 'y', field: 'P022' },
      { column: 'Postcode', field: null },
    ];
    const { body } = await call(api, 'POST', at, named('Old', { mapping }));
    const renamed = fields.map((field) => (field.code === 'P018' ? { ...field, label: 'ZIP' } : field));
    const searchable = { search: true, insert: true, modify: true, result: true };
    publish('CHANGE', {
      fields: [
        ...renamed,
        textField('P022', { type: 'number', required: true, flags: searchable }),
        textField('P023', { flags: searchable }),
        textField('P024', { required: true }),
      ],
    });
    const shown = await call(api, 'GET', `${at}/${body.definitionId}`);
    expect(shown.body.tableVersion).toBe(1);
    expect(shown.body.warnings.map(({ code, field }: Record<string, string>) => `${code} ${field}`)).toEqual([
      'field.removed P021',
      'field.renamed P018',
      'field.type-changed P022',
      'field.newly-required P024',
    ]);
    for (const { detail, field } of shown.body.warnings) expect(detail).toContain(field);
    expect((await call(api, 'GET', at)).body.items[0].warnings).toEqual(shown.body.warnings);
    const replacement = whole('Old', { mapping: [{ column: 'y', field: 'P022' }] });
    const saved = await call(api, 'PUT', `${at}/${body.definitionId}`, { ...replacement, ...etag(1) });
    expect(saved.body).toMatchObject({ tableVersion: 2, warnings: [] });
  });

  test('cannot be deleted while a schedule holds them', async () => {
    const at = publish('HELD');
    const { body } = await call(api, 'POST', at, named('Held'));
    const hold = { prefix: 'HELD', definitionId: body.definitionId, holder: 'schedule s1' };
    const table = new ControlTable(dynamo.client, dynamo.controlTable);
    // Twice is once.
    for (const _ of [1, 2]) await table.write(holdDefinition(hold, 'gone'));
    const rejected = await call(api, 'DELETE', `${at}/${body.definitionId}`, etag(1));
    expect([rejected.status, rejected.body.code]).toEqual([409, 'definition.in-use']);
    await table.write([releaseDefinition(hold, 'gone')]);
    expect((await call(api, 'DELETE', `${at}/${body.definitionId}`, etag(1))).status).toBe(204);
    expect(await table.write(holdDefinition(hold, 'gone'))).toBe('gone');
  });

  test('are forbidden to agents', async () => {
    const at = publish('ROLES');
    expect((await call(api, 'GET', at, { role: 'agent' })).status).toBe(403);
    expect((await call(api, 'POST', at, { ...named('A'), role: 'agent' })).status).toBe(403);
    expect((await call(api, 'POST', at, { ...named('A'), role: 'supervisor' })).status).toBe(201);
  });
});
