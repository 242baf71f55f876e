import { describe, expect, test } from '@jest/globals';
import { cancelledCounts } from '../../../../functions/imports/domain/output/cancelled-log.ts';
import { summaryText } from '../../../../functions/imports/domain/output/log-text.ts';

const result = (updated: number, inserted: number, ignored: number, failed: number) => ({
  startedAt: '2026-11-22T11:00:00.000Z',
  ...{ updated, inserted, ignored, failed },
});

describe('the counts of a cancelled import', () => {
  const stages = [
    { stage: 'differentiate' as const, results: [result(0, 0, 2, 1), result(0, 0, 3, 0)] },
    { stage: 'insert' as const, results: [result(0, 4, 0, 0)] },
  ];

  test('have the number of unprocessed records', () => {
    expect(cancelledCounts(stages, 20)).toEqual({
      ...{ updated: 0, inserted: 4, ignored: 5, failed: 1, total: 20 },
      unprocessed: 10,
    });
  });

  test('omit that number if no record was left, and are unknown while the total is', () => {
    expect(cancelledCounts(stages, 10)).toEqual({ updated: 0, inserted: 4, ignored: 5, failed: 1, total: 10 });
    expect(cancelledCounts(stages, undefined)).toBeUndefined();
  });
});

test("the summary has a line for unprocessed customers before the manual's total, where there are any", () => {
  const counts = { updated: 0, inserted: 4, ignored: 5, failed: 1, total: 20 };
  expect(summaryText({ ...counts, unprocessed: 10 }, 's3://b/k')).toBe(
    'Customers Updated: 0,\nCustomers Inserted: 4,\nCustomers Ignored: 5,\nCustomers Failed: 1,\n' +
      'Customers Unprocessed: 10,\nTotal Customers: 20,\nLog File: s3://b/k\n',
  );
  expect(summaryText(counts, 's3://b/k')).not.toContain('Unprocessed');
});
