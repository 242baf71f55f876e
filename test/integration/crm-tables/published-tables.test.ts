import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accountRepository } from '../../../functions/accounts/index.ts';
import { firstDraft } from '../../../functions/crm-tables/domain/draft.ts';
import { prepareVersion } from '../../../functions/crm-tables/domain/prepare-version.ts';
import { crmTableRepository } from '../../../functions/crm-tables/dynamodb/crm-table-repository.ts';
import {
  DynamoHighWaterMarks,
  DynamoPublishedTableReader,
  DynamoTableDirectory,
} from '../../../functions/crm-tables/index.ts';
import type { CrmTableRepository } from '../../../functions/crm-tables/ports.ts';
import { ControlTable } from '../../../functions/shared/dynamodb/control-table.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { testEntry } from '../../support/origin.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const draft = firstDraft({ name: 'Vouchers', defaultCountry: 'GB' });
const table = (prefix: string) => ({
  prefix,
  accountPrefix: 'BRI',
  createdAt: now.toISOString(),
  shardCount: 4,
  publishedVersion: undefined,
  publishedCodes: [],
});

let dynamo: TestDynamo;
let tables: CrmTableRepository;
let reader: DynamoPublishedTableReader;
let marks: DynamoHighWaterMarks;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  const accounts = accountRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  await accounts.create({ prefix: 'BRI', name: 'B', manager: 'M', createdAt: now.toISOString() }, testEntry());
  tables = crmTableRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  reader = new DynamoPublishedTableReader(dynamo.client, dynamo.controlTable);
  marks = new DynamoHighWaterMarks(dynamo.client, dynamo.controlTable);
});

afterAll(() => dynamo.stop());

describe('the reader of published tables', () => {
  test('distinguishes unknown, draft only and published tables', async () => {
    expect(await reader.readPublished('NIX')).toEqual({ status: 'unknown' });
    await tables.create(table('READ'), draft, testEntry());
    expect(await reader.readPublished('READ')).toEqual({ status: 'draft-only', accountPrefix: 'BRI' });
    expect(await reader.readCurrentFields('READ')).toEqual({
      ...{ prefix: 'READ', accountPrefix: 'BRI', version: 0 },
      fields: draft.fields,
    });
    const next = prepareVersion(table('READ'), draft, now);
    expect(await tables.publish(next.version, next.table, 1, undefined, testEntry())).toBe('written');
    expect(await reader.readPublished('READ')).toEqual({ status: 'published', table: next.version });
    expect(await reader.readVersion('READ', 1)).toEqual(next.version);
    expect(await reader.readCurrentFields('READ')).toEqual(next.version);
    expect(await reader.readCurrentFields('NIX')).toBeUndefined();
    expect(await reader.readVersion('READ', 2)).toBeUndefined();
  });
});

test('the directory finds the CRM tables of some accounts, or of all, drafts included', async () => {
  const accounts = accountRepository(new ControlTable(dynamo.client, dynamo.controlTable));
  await tables.create(table('DIRA'), draft, testEntry());
  const other = { prefix: 'OTH', name: 'O', manager: 'M', createdAt: now.toISOString() };
  expect(await accounts.create(other, testEntry())).toEqual({ value: other, revision: 1 });
  await tables.create({ ...table('DIRB'), accountPrefix: 'OTH' }, draft, testEntry());
  const directory = new DynamoTableDirectory(dynamo.client, dynamo.controlTable, accounts);
  expect(await directory.prefixesOf(['OTH'])).toEqual(['DIRB']);
  expect(await directory.prefixesOf('all')).toEqual(expect.arrayContaining(['DIRA', 'DIRB']));
  expect(await directory.prefixesOf(['BRI'])).not.toContain('DIRB');
  expect(await directory.prefixesOf([])).toEqual([]);
});

describe('publishing in the repository', () => {
  test('reports the condition that failed', async () => {
    await tables.create(table('WAY'), draft, testEntry());
    const next = prepareVersion(table('WAY'), draft, now);
    expect(await tables.publish(next.version, next.table, 2, undefined, testEntry())).toBe('stale');
    expect(await tables.publish(next.version, next.table, 1, undefined, testEntry())).toBe('written');
    expect(await tables.publish(next.version, next.table, 1, undefined, testEntry())).toBe('stale');
    expect(await tables.publish(next.version, next.table, 2, undefined, testEntry())).toBe('published-meanwhile');
  });
});

describe('the high-water mark', () => {
  test('only rises', async () => {
    await marks.raiseHighWaterMark('MARK', 20);
    await marks.raiseHighWaterMark('MARK', 5);
    expect(await marks.reserveBlock('MARK', 10, 0)).toEqual({ first: 21 });
    expect(await marks.reserveBlock('MARK', 1, 100)).toEqual({ first: 101 });
    expect(await marks.reserveBlock('MARK', 1, 50)).toEqual({ first: 102 });
  });

  test('gives the first block of a new table from 1 on', async () => {
    expect(await marks.reserveBlock('FRESH', 3, 0)).toEqual({ first: 1 });
  });

  test('gives each number once, also to concurrent requests', async () => {
    const blocks = await Promise.all(
      Array.from({ length: 20 }, (_, index) => marks.reserveBlock('MANY', 5, index * 3)),
    );
    const numbers = blocks.flatMap(({ first }) => Array.from({ length: 5 }, (_, offset) => first + offset));
    expect(new Set(numbers).size).toBe(100);
  });
});
