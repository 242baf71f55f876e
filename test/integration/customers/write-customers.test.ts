import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type BulkJob, ImportSuperseded } from '../../../functions/customers/index.ts';
import { bulkJobOf, Fates, prepared, twoFieldTable } from '../../support/bulk-job.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import { voucim } from '../../support/published-table.ts';
import { CustomersTable, type Records } from './customers-table.ts';

const BEFORE = '2026-11-22T11:00:00.000Z';
const AFTER = '2026-11-22T13:00:00.000Z';

let dynamo: TestDynamo;
let table: CustomersTable;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  table = new CustomersTable(dynamo);
});

afterAll(() => dynamo.stop());

/** A job on a new CRM table, so that no test sees another's customers. */
function jobOn(prefix: string, importId = 'import-1') {
  return bulkJobOf({ table: twoFieldTable({ prefix }), importId });
}

function records(count: number, value = 'x'): Records {
  return Array.from({ length: count }, (_, n) => [`A${String(n).padStart(4, '0')}`, value, ''] as const);
}

describe('inserting', () => {
  test('writes several batches, and decides their fates when the same or another import repeats them', async () => {
    const job = jobOn('FRESH');
    expect(await table.customers.isEmpty(job.table)).toBe(true);
    expect(new Set(Object.values(await table.insert(job, records(260))))).toEqual(new Set(['inserted']));
    expect(await table.customers.isEmpty(job.table)).toBe(false);

    expect(new Set(Object.values(await table.insert(job, records(260))))).toEqual(new Set(['inserted']));
    const other = jobOn('FRESH', 'import-2');
    expect(new Set(Object.values(await table.insert(other, records(260))))).toEqual(new Set(['ignored']));
    expect(await table.item(job, 'A0007')).toMatchObject({ version: { N: '1' }, importId: { S: 'import-1' } });

    expect(new Set(Object.values(await table.insert(other, records(60, 'y'))))).toEqual(new Set(['updated']));
    expect(await table.item(job, 'A0007')).toEqual({
      PK: expect.anything(),
      SK: { S: 'A0007' },
      version: { N: '2' },
      importId: { S: 'import-2' },
      fence: { N: '1' },
      i1: { S: 'import-1' },
      i2: { B: expect.anything() },
      P021: { S: 'y' },
    });
  });

  test('IDs and values of every kind are read back unchanged', async () => {
    const job = jobOn('KINDS');
    const odd: Records = [
      ["it's", `quote ' and " and ?`, '{}'],
      ['ZOË 客户 😀', 'line\nbreak', '\u0001'],
      [' spaced ', ' ', '   '],
      ['x'.repeat(256), 'longest', ''],
    ];
    expect(new Set(Object.values(await table.insert(job, odd)))).toEqual(new Set(['inserted']));
    const drafts = odd
      .map(([customerId, ...cells]) => ({ customerId, cells }))
      .sort((a, b) => Buffer.compare(Buffer.from(b.customerId), Buffer.from(a.customerId)));
    const { matches } = await table.customers.bulk(job).match(drafts, { consistent: true });
    expect(matches).toEqual(drafts.map(() => ({ kind: 'equal' })));
  });

  test('a customer that was never imported counts as someone else’s', async () => {
    const job = jobOn('AGENT');
    const bulk = table.customers.bulk(job);
    await table.put(job, prepared(bulk, 'insert', 'same', ['x', '']), { importId: undefined });
    await table.put(job, prepared(bulk, 'insert', 'other', ['x', 'y']), { importId: undefined, version: { N: '5' } });
    expect(
      await table.insert(job, [
        ['same', 'x', ''],
        ['other', 'x', ''],
        ['new', 'x', ''],
      ]),
    ).toEqual({
      same: 'ignored',
      other: 'updated',
      new: 'inserted',
    });
    expect(await table.item(job, 'other')).toEqual(expect.not.objectContaining({ P022: expect.anything() }));
    expect(await table.item(job, 'other')).toMatchObject({ version: { N: '6' } });
  });

  test('replaces a tombstone that is older than the import, and rejects a newer one', async () => {
    const job = jobOn('GRAVES');
    const bulk = table.customers.bulk(job);
    for (const [id, deletedAt] of [
      ['old', BEFORE],
      ['new', AFTER],
    ] as const) {
      await table.put(job, prepared(bulk, 'insert', id, ['', '']), {
        importId: undefined,
        version: { N: '4' },
        deletedAt: { S: deletedAt },
        ttl: { N: '1800000000' },
      });
    }
    const fates = { old: 'inserted', new: 'customer.deleted' };
    expect(
      await table.insert(job, [
        ['old', 'x', ''],
        ['new', 'x', ''],
      ]),
    ).toEqual(fates);
    expect(await table.item(job, 'old')).toEqual({
      PK: expect.anything(),
      SK: { S: 'old' },
      version: { N: '5' },
      importId: { S: 'import-1' },
      fence: { N: '1' },
      i5: { B: expect.anything() },
      deletedVersion: { N: '4' },
      P021: { S: 'x' },
    });
    expect(
      await table.insert(job, [
        ['old', 'x', ''],
        ['new', 'x', ''],
      ]),
    ).toEqual(fates);
  });

  test('a generated Customer ID is never taken from anyone', async () => {
    const job = { ...jobOn('MADE'), generatedIds: true };
    await table.insert({ ...job, importId: 'import-0' }, [['MADE_1', 'x', '']]);
    expect(
      await table.insert(job, [
        ['MADE_1', 'x', ''],
        ['MADE_2', 'x', ''],
      ]),
    ).toEqual({
      MADE_1: 'customer-id.taken',
      MADE_2: 'inserted',
    });
  });
});

describe('updating', () => {
  test('are conditional on the version, and the stored customer decides races', async () => {
    const job = jobOn('RACES');
    const bulk = table.customers.bulk(job);
    await table.insert(
      jobOn('RACES', 'import-0'),
      ['plain', 'equal', 'changed', 'gone'].map((id) => [id, 'x', 'y'] as const),
    );
    await table.put(job, prepared(bulk, 'insert', 'equal', ['z', '']), { importId: undefined, version: { N: '2' } });
    await table.put(job, prepared(bulk, 'insert', 'changed', ['w', '']), { importId: undefined, version: { N: '3' } });
    await table.remove(job, 'gone');
    const changes: Records = ['plain', 'equal', 'changed', 'gone'].map((id) => [id, 'z', ''] as const);
    const fates = { plain: 'updated', equal: 'ignored', changed: 'updated', gone: 'inserted' };
    expect(await table.update(job, changes, 1)).toEqual(fates);
    expect(await table.item(job, 'plain')).toEqual(expect.not.objectContaining({ P022: expect.anything() }));
    expect(await table.item(job, 'changed')).toMatchObject({ version: { N: '4' }, P021: { S: 'z' } });
    expect(await table.update(job, changes, 1)).toEqual({ ...fates, gone: 'updated' });
    expect(await table.item(job, 'plain')).toMatchObject({ version: { N: '2' } });
  });

  test('two imports of the same customers at once: each change is applied whole, and no version is lost', async () => {
    await table.insert(jobOn('BOTH', 'import-0'), records(100, 'start'));
    const [one, two] = await Promise.all([
      table.update(jobOn('BOTH', 'import-1'), records(100, 'one'), 1),
      table.update(jobOn('BOTH', 'import-2'), records(100, 'two'), 1),
    ]);
    expect(new Set([...Object.values(one), ...Object.values(two)])).toEqual(new Set(['updated']));
    for (const [id] of records(100)) {
      const item = await table.item(jobOn('BOTH'), id);
      expect(item?.version).toEqual({ N: '3' });
      expect(item?.P021?.S).toBe(item?.importId?.S === 'import-1' ? 'one' : 'two');
    }
  });
});

describe('a customer that another import has written', () => {
  const FENCE = { older: { N: '1' }, same: { N: '2' }, newer: { N: '3' }, none: undefined };
  const TOMBSTONE = { deletedAt: { S: BEFORE }, version: { N: '2' }, importId: { S: 'other' } };
  const LIVE = { version: { N: '1' }, importId: { S: 'other' }, P021: { S: 'theirs' } };
  const ACTIONS = ['insert', 'update', 'match'] as const;
  let prefixes = 0;

  async function customerWith(change: Parameters<CustomersTable['put']>[2], dryRun: boolean) {
    prefixes += 1;
    const job = { ...jobOn(`FENCE${prefixes}`, 'ours'), fence: 2, dryRun };
    await table.put(job, prepared(table.customers.bulk(job), 'insert', 'A', ['', '']), change);
    return { job, before: await table.item(job, 'A') };
  }

  async function run(action: (typeof ACTIONS)[number], job: BulkJob, fates: Fates): Promise<void> {
    const bulk = table.customers.bulk(job);
    if (action === 'match') {
      await bulk.match([{ customerId: 'A', cells: ['ours', ''] }], { consistent: true });
      return;
    }
    const customer = { ...prepared(bulk, action, 'A', ['ours', '']), version: 1 };
    await (action === 'insert' ? bulk.insert([customer], fates.onOutcome) : bulk.update([customer], fates.onOutcome));
  }

  test.each(
    ACTIONS.flatMap((action) =>
      (['live', 'deleted'] as const).flatMap((state) => [false, true].map((dryRun) => ({ action, state, dryRun }))),
    ),
  )('under a higher fence stops the import: $action, $state, dry run: $dryRun', async ({ action, state, dryRun }) => {
    const item = state === 'live' ? LIVE : TOMBSTONE;
    const { job, before } = await customerWith({ ...item, fence: FENCE.newer }, dryRun);
    const fates = new Fates();
    await expect(run(action, job, fates)).rejects.toThrow(ImportSuperseded);
    expect(fates.byId).toEqual({});
    expect(await table.item(job, 'A')).toEqual(before);
  });

  test.each(
    (['older', 'same', 'none'] as const).flatMap((fence) =>
      (['insert', 'update'] as const).map((action) => ({ fence, action })),
    ),
  )('under no higher fence ($fence) is written and carries the new one: $action', async ({ fence, action }) => {
    for (const item of [LIVE, TOMBSTONE]) {
      const { job } = await customerWith({ ...item, fence: FENCE[fence] }, false);
      const fates = new Fates();
      await run(action, job, fates);
      expect(fates.byId).toEqual({ A: item === LIVE ? 'updated' : 'inserted' });
      expect(await table.item(job, 'A')).toMatchObject({
        version: { N: item === LIVE ? '2' : '3' },
        importId: { S: 'ours' },
        fence: { N: '2' },
        P021: { S: 'ours' },
      });
    }
  });

  test('under a higher fence stops a range read, though the file has no record for it', async () => {
    const job = { ...jobOn('BETWEEN', 'ours'), fence: 2 };
    const rows = records(200);
    await table.insert(job, rows);
    const bulk = table.customers.bulk(job);
    const drafts = rows.map(([customerId, ...cells]) => ({ customerId, cells })).reverse();
    const outside = drafts.filter(({ customerId }) => customerId !== 'A0100');
    await expect(bulk.match(outside, { consistent: true })).resolves.toMatchObject({ method: 'query' });
    await table.put(job, prepared(bulk, 'insert', 'A0100', ['x', '']), { fence: FENCE.newer });
    await expect(bulk.match(outside, { consistent: true })).rejects.toThrow(ImportSuperseded);
  });

  test('a worker that stops reports no outcome for the customer and none after it', async () => {
    const job = { ...jobOn('STOPS', 'ours'), fence: 2 };
    const bulk = table.customers.bulk(job);
    await table.insert({ ...job, importId: 'other', fence: 1 }, records(20, 'theirs'));
    await table.put(job, prepared(bulk, 'insert', 'A0010', ['theirs', '']), { ...LIVE, fence: FENCE.newer });
    const fates = new Fates();
    const inserts = records(20, 'ours').map(([id, ...cells]) => prepared(bulk, 'insert', id, cells));
    await expect(bulk.insert(inserts, fates.onOutcome)).rejects.toThrow(ImportSuperseded);
    expect(new Set(Object.keys(fates.byId))).toEqual(new Set(records(10).map(([id]) => id)));
    expect(await table.item(job, 'A0019')).toMatchObject({ importId: { S: 'other' }, P021: { S: 'theirs' } });
  });
});

describe('searchable values', () => {
  const people = voucim({ prefix: 'PEOPLE' });
  const columns = people.fields.filter(({ code }) => code === 'P011' || code === 'P012');
  const job = bulkJobOf({ table: people, columns });

  test('become single entries with an insert, and with an update that changes them', async () => {
    await table.insert(job, [
      ['A', 'Ångström', '020 7946 0018'],
      ['B', '', 'ask at the desk'],
    ]);
    expect(await table.singles(job)).toEqual(['810064970244 A', 'angstrom A']);
    const update = { ...job, importId: 'import-2' };
    await table.update(update, [['B', '', '+44 20 7946 0018']], 1);
    expect(await table.singles(job)).toEqual(['810064970244 A', '810064970244 B', 'angstrom A']);
  });

  test('are not written by an import that ends with a new generation of the index', async () => {
    const none = { ...job, table: { ...people, prefix: 'NONE' }, search: 'none' as const };
    await table.insert(none, [['A', 'Smith', '020 7946 0999']]);
    expect(await table.singles(none)).toEqual([]);
  });

  test('of a blank cell that keeps what is stored have no new entry', async () => {
    const keep = { ...job, table: { ...people, prefix: 'KEEP' }, blank: 'keep' as const };
    await table.insert({ ...keep, search: 'none' }, [['A', 'Smith', '020 7946 0999']]);
    expect(await table.update({ ...keep, importId: 'import-2' }, [['A', 'Jones', '']], 1)).toEqual({ A: 'updated' });
    expect(await table.singles(keep)).toEqual(['jones A']);
  });
});
