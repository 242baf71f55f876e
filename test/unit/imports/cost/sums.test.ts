import { describe, expect, test } from '@jest/globals';
import { extrapolate } from '../../../../functions/imports/domain/cost/extrapolate.ts';
import { dollarsOf, NOTHING_USED, shownCost } from '../../../../functions/imports/domain/cost/prices.ts';
import { sampleRecords, spreadOver } from '../../../../functions/imports/domain/cost/sample-records.ts';
import { sumUsage } from '../../../../functions/imports/domain/cost/sum-usage.ts';
import { unitsToCompare } from '../../../../functions/imports/domain/cost/units.ts';
import type { FileLayout } from '../../../../functions/imports/domain/layout/file-layout.ts';

describe('dollars', () => {
  test('are those of the price list', () => {
    const million = 1_000_000;
    expect(dollarsOf({ ...NOTHING_USED, writeUnits: million })).toBeCloseTo(0.625);
    expect(dollarsOf({ ...NOTHING_USED, readUnits: million })).toBeCloseTo(0.125);
    expect(dollarsOf({ ...NOTHING_USED, transitions: million })).toBeCloseTo(25);
    expect(dollarsOf({ ...NOTHING_USED, lambdaGbSeconds: million })).toBeCloseTo(13.3333);
    expect(dollarsOf({ ...NOTHING_USED, s3Reads: million, s3Writes: million })).toBeCloseTo(5.4);
  });

  test('are shown with all requests together', () => {
    const used = { ...NOTHING_USED, writeUnits: 1_000, s3Reads: 3, s3Writes: 2, transitions: 25 };
    expect(shownCost(used, 1.2345)).toMatchObject({ s3Requests: 5, transitions: 25, minutes: 1.23, dollars: 0.001261 });
  });
});

describe('the sum of what invocations used', () => {
  const usage = { writeUnits: 2, readUnits: 1, s3Reads: 3, s3Writes: 1, seconds: 10, memoryMegabytes: 1_024 };

  test('counts each of them, including retries, and the request that stored it', () => {
    const once = { ...usage, step: 'bulk-copy', chunk: 0 };
    const sum = sumUsage([{ ...usage, step: 'plan' }, once, { ...usage, step: 'bulk-copy', chunk: 1 }, once]);
    expect(sum).toMatchObject({ writeUnits: 8, readUnits: 4, s3Reads: 12, s3Writes: 8, lambdaGbSeconds: 40 });
    expect(sum.lambdaRequests).toBe(4);
    // Start, Plan, IsPlanAccepted; two items of two transitions; one of them tried again.
    expect(sum.transitions).toBe(3 + 4 + 1);
  });
});

describe('a sample of records', () => {
  const layout: FileLayout = JSON.parse('{"delimiter":",","fieldCount":3}');
  const stretch = (text: string, beginsRecord: boolean, endsRecord: boolean) =>
    sampleRecords({ bytes: Buffer.from(text), beginsRecord, endsRecord }, layout);

  test('takes whole records, quoted line breaks among them, and their bytes', () => {
    const records = '1,"a\nb",c\n2,d,e\n3,f\n';
    expect(stretch(records, true, true)).toEqual({
      records: [
        ['1', 'a\nb', 'c'],
        ['2', 'd', 'e'],
      ],
      count: 3,
      bytes: records.length,
    });
  });

  test('takes the whole records of a stretch that begins and ends anywhere, without a record that is cut within its quotes', () => {
    const { records, count, bytes } = stretch('x,"torn\napart",y\n1,a,b\n2,c,d\n3,e', false, false);
    expect(records).toEqual([
      ['1', 'a', 'b'],
      ['2', 'c', 'd'],
    ]);
    expect({ count, bytes }).toEqual({ count: 2, bytes: 12 });
  });

  test('counts every occurrence of a pattern', () => {
    const chosen = spreadOver(
      Array.from({ length: 3_000 }, (_, n) => n),
      300,
    );
    expect(new Set(chosen).size).toBe(chosen.length);
    const even = chosen.filter((n) => n % 2 === 0).length / chosen.length;
    expect(even).toBeGreaterThan(0.45);
    expect(even).toBeLessThan(0.55);
  });
});

describe('shares', () => {
  const insert = { kind: 'insert' as const, writeUnits: 3, newEntries: 2, itemBytes: 400 };
  const update = { kind: 'update' as const, writeUnits: 1, newEntries: 0, itemBytes: 300 };
  const unchanged = { kind: 'unchanged' as const, writeUnits: 0, newEntries: 0, itemBytes: 200 };
  const rejected = { kind: 'rejected' as const, writeUnits: 0, newEntries: 0, itemBytes: 0 };

  test('are those of the sample; rejected records belong to none', () => {
    const shares = extrapolate(100, 5, [insert, update, unchanged, unchanged, rejected], 'upsert');
    expect(shares).toEqual({
      ...{ inserts: 20, updates: 20, unchanged: 40, insertUnits: 3, updateUnits: 1, itemBytes: 275 },
      ...{ insertEntries: 2, updateEntries: 0 },
    });
  });

  test('count no updates with insert-only, and no inserts with update-only', () => {
    const all = [insert, update];
    expect(extrapolate(10, 2, all, 'insert-only')).toMatchObject({ inserts: 5, updates: 0, unchanged: 5 });
    expect(extrapolate(10, 2, all, 'update-only')).toMatchObject({ inserts: 0, updates: 5, unchanged: 0 });
  });
});

describe('comparing', () => {
  const table = { isEmpty: false, customers: 1_000_000, itemBytes: 340, shardCount: 16 };
  const file = { rows: 1_000_000, dataBytes: 260_000_000, route: 'differentiate' as const, inserts: 0, updates: 0 };

  test('takes under 0.065 units a row for a whole table by Query, twice that with consistent reads', () => {
    const units = unitsToCompare(file, table, 17, false);
    expect(units / file.rows).toBeGreaterThan(0.04);
    expect(units / file.rows).toBeLessThan(0.045);
    expect(unitsToCompare(file, table, 17, true)).toBeGreaterThan(1.9 * units);
  });

  test('takes half a unit for each of a few records of a large table', () => {
    const few = { ...file, rows: 10_000 };
    expect(unitsToCompare(few, table, 1, false) / few.rows).toBeCloseTo(0.5, 2);
  });
});
