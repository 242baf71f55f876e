import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { deskStores } from '../../../functions/customers/container.ts';
import { itemBytes } from '../../../functions/customers/dynamodb/item-size.ts';
import { createCustomersClient, customersIn } from '../../../functions/customers/index.ts';
import { Meter } from '../../../functions/shared/metering/meter.ts';
import { meterDynamo } from '../../../functions/shared/metering/meter-dynamo.ts';
import { bulkJobOf, prepared, twoFieldTable } from '../../support/bulk-job.ts';
import { anyDeskPlan, runDesk } from '../../support/desk-run.ts';
import { startTestDynamo, type TestDynamo } from '../../support/dynamodb.ts';
import {
  expectAllOutcomes,
  expectNewerStands,
  expectStops,
  expectWritesUnderFence,
} from '../../support/expect-fence.ts';
import type { MemoryCustomer } from '../../support/memory-customers.ts';
import { textField } from '../../support/published-table.ts';
import { SharedRun, type SharedTable } from '../../support/shared-run.ts';
import { anyTwoImports, jobOf, RARE_RACES } from '../../support/two-imports.ts';
import { CustomersTable } from './customers-table.ts';

/** Each takes some hundred requests; test/unit/customers/fence.test.ts runs far more of them in memory. */
const RUNS = 20;
/** ENGINE_DESK_RUNS=200 runs the long form; test/unit/customers/desk-during-import.test.ts runs more in memory. */
const DESK_RUNS = Number(process.env.ENGINE_DESK_RUNS ?? 20);

let dynamo: TestDynamo;
let table: CustomersTable;
let tables = 0;

beforeAll(async () => {
  dynamo = await startTestDynamo();
  table = new CustomersTable(dynamo);
});

afterAll(() => dynamo.stop());

const text = (value: string | undefined): AttributeValue | undefined =>
  value === undefined ? undefined : { S: value };

/** A new CRM table on the engine. */
function sharedTable(crmTable: ReturnType<typeof twoFieldTable>): SharedTable {
  const job = bulkJobOf({ table: crmTable });
  return {
    store: (given) => table.store(given),
    read: async (customerId): Promise<MemoryCustomer | undefined> => {
      const item = await table.item(job, customerId);
      if (!item) return undefined;
      const fields = job.columns.flatMap(({ code }) => (item[code]?.S === undefined ? [] : [[code, item[code].S]]));
      return {
        version: Number(item.version?.N),
        importId: item.importId?.S,
        ...(item.fence?.N !== undefined && { fence: Number(item.fence.N) }),
        deletedAt: item.deletedAt?.S,
        values: Object.fromEntries(fields),
      };
    },
    put: async (customerId, customer) => {
      if (!customer) return table.remove(job, customerId);
      const { version, importId, fence, deletedAt, values } = customer;
      await table.put(job, prepared(table.customers.bulk(job), 'insert', customerId, ['', '']), {
        version: { N: String(version) },
        importId: text(importId),
        fence: fence === undefined ? undefined : { N: String(fence) },
        deletedAt: text(deletedAt),
        ...Object.fromEntries(Object.entries(values).map(([code, value]) => [code, { S: value }])),
      });
    },
  };
}

describe('an import whose workers outlive its lease', () => {
  test('changes no customer that a newer import has written, and stops where it meets one', async () => {
    await fc.assert(
      fc.asyncProperty(anyTwoImports, async (given) => {
        tables += 1;
        const crmTable = twoFieldTable({ prefix: `RACE${tables}` });
        const shared = sharedTable(crmTable);
        for (const [customerId, customer] of Object.entries(given.stored)) await shared.put(customerId, customer);
        const run = new SharedRun(shared);
        run.start('older', jobOf('older', given.older, { table: crmTable }), given.older);
        run.start('newer', jobOf('newer', given.newer, { table: crmTable }), given.newer);
        run.startDesk(given.desk);
        await run.interleaving.follow(given.turns);
        await run.interleaving.finish('newer', 'desk', 'older');
        expectWritesUnderFence(run);
        expectStops(run);
        expectAllOutcomes(run, given);
        await expectNewerStands(run, shared);
      }),
      { numRuns: RUNS, examples: [...RARE_RACES] },
    );
  });
});

describe('people who change the customers of an import', () => {
  test('lose no update, bring no deleted customer back, and each conflict is reported', async () => {
    const { records, history } = deskStores(
      { customers: dynamo.customersTable, search: dynamo.searchTable, control: dynamo.controlTable },
      dynamo.client,
    );
    const seen = { overwritten: 0, agentWon: 0, rejected: 0, accepted: 0 };
    await fc.assert(
      fc.asyncProperty(anyDeskPlan, async (plan) => {
        tables += 1;
        const crmTable = twoFieldTable({ prefix: `DESK${tables}` });
        await runDesk({ ...sharedTable(crmTable), records, history }, crmTable, plan, seen);
      }),
      { numRuns: DESK_RUNS },
    );
    expect(seen.accepted).toBeGreaterThan(0);
  }, 600_000);
});

describe('the cost of the lines of imports', () => {
  // The first update also keeps the id of the insert; the tenth replaces this id by a line.
  const FIRST_TEN = [2 + 29 + 18, ...Array<number>(8).fill(18), 16 - 29, 0, 0, 0, 0];
  const crmTable = twoFieldTable({ prefix: 'LINES' });
  const importOf = (number: number) =>
    bulkJobOf({ table: crmTable, importId: `2026112${number % 10}T110225Z-9f86d081884${number % 10}`, fence: number });

  test('is nothing for an insert, 49 bytes for the first update, 18 for each of the next eight, and nothing afterwards', async () => {
    const sizes: number[] = [];
    await table.insert(importOf(0), [['A', 'x0', '']]);
    for (let version = 1; version <= 15; version += 1) {
      sizes.push(itemBytes((await table.item(importOf(0), 'A')) ?? {}));
      await table.update(importOf(version), [['A', `x${version % 10}`, '']], version);
    }
    const [inserted = 0, ...updated] = sizes;
    const empty = bulkJobOf({ table: crmTable });
    const plain = prepared(table.customers.bulk(empty), 'insert', 'A', ['x0', '']);
    expect(inserted).toBe(table.store(importOf(0)).itemBytes(plain));
    expect(updated.map((size, index) => size - (sizes[index] ?? 0))).toEqual(FIRST_TEN);
  });
});

describe('the cost of the fence', () => {
  const long = textField('P021', { maxLength: 3_000 });
  const crmTable = twoFieldTable({ prefix: 'COSTS', fields: [...twoFieldTable().fields.slice(0, 1), long] });

  /** Inserts and updates a customer whose item has this size: its bytes with and without the fence, and write units. */
  async function unitsOf(bytes: number) {
    const meter = new Meter();
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    const connection = { endpoint: dynamo.endpoint, region: 'eu-west-1', credentials };
    const client = meterDynamo(createCustomersClient(connection), meter);
    const customers = customersIn({ customers: dynamo.customersTable, search: dynamo.searchTable }, client);
    const customerId = `C${bytes}`;
    const job = bulkJobOf({ table: crmTable, importId: 'import-1', fence: 42 });
    const item = (cells: number) => prepared(customers.bulk(job), 'insert', customerId, ['x'.repeat(cells)]);
    const empty = table.store(job).itemBytes(item(1)) - 1;
    const outcomes: string[] = [];
    const [estimate] = await customers
      .bulk(job)
      .estimateWrites([{ customerId, cells: item(bytes - empty).cells }], { compare: false });
    await customers.bulk(job).insert([item(bytes - empty)], (_, { kind }) => outcomes.push(kind));
    const stored = (await table.item(job, customerId)) ?? {};
    const inserted = meter.used.writeUnits;
    meter.reset();
    const next = { ...prepared(customers.bulk(job), 'update', customerId, ['y'.repeat(bytes - empty)]), version: 1 };
    await customers
      .bulk({ ...job, importId: 'import-2', fence: 43 })
      .update([next], (_, { kind }) => outcomes.push(kind));
    client.destroy();
    const { fence, ...without } = stored;
    expect(outcomes).toEqual(['inserted', 'updated']);
    expect(fence).toEqual({ N: '42' });
    expect(estimate).toEqual({ kind: 'insert', writeUnits: inserted, newEntries: 0, itemBytes: bytes });
    return { size: itemBytes(stored), withoutFence: itemBytes(without), inserted, updated: meter.used.writeUnits };
  }

  test('is seven bytes of the item, and no unit as long as the item stays in its KB', async () => {
    expect(await unitsOf(400)).toEqual({ size: 400, withoutFence: 393, inserted: 1, updated: 1 });
    expect(await unitsOf(1_024)).toMatchObject({ size: 1_024, withoutFence: 1_017, inserted: 1 });
    expect(await unitsOf(2_000)).toEqual({ size: 2_000, withoutFence: 1_993, inserted: 2, updated: 2 });
  });

  test('is a further unit if these bytes take the item over a KB', async () => {
    expect(await unitsOf(1_025)).toEqual({ size: 1_025, withoutFence: 1_018, inserted: 2, updated: 2 });
  });
});
