import { describe, expect, test } from '@jest/globals';
import { chooseReadMethod, estimateRead } from '../../../functions/customers/domain/read-method.ts';

describe('how a part of the table is read', () => {
  test.each([
    [{ fileRows: 100, tableRows: 100, itemBytes: 400 }, 'query'],
    [{ fileRows: 100, tableRows: 1_024, itemBytes: 400 }, 'query'],
    [{ fileRows: 100, tableRows: 1_025, itemBytes: 400 }, 'batch-get'],
    [{ fileRows: 100, tableRows: 0, itemBytes: 0 }, 'query'],
    [{ fileRows: 1, tableRows: 16, itemBytes: 400_000 }, 'batch-get'],
  ] as const)('%j is read by %s', (estimate, method) => {
    expect(chooseReadMethod(estimate)).toBe(method);
  });

  const ids = ['e', 'd', 'c', 'b', 'a'];

  test('a sample that holds the whole range speaks for all of the file', () => {
    expect(estimateRead(ids, { rows: 3, lowestId: undefined, itemBytes: 99.6 }, 16)).toEqual({
      fileRows: 5,
      tableRows: 48,
      itemBytes: 100,
    });
  });

  test.each([
    ['c', 3],
    ['ca', 2],
    ['f', 0],
    ['0', 5],
  ])('a sample that ends at %s is compared with %s file rows', (lowestId, fileRows) => {
    expect(estimateRead(ids, { rows: 10, lowestId, itemBytes: 1 }, 2)).toEqual({
      fileRows,
      tableRows: 20,
      itemBytes: 1,
    });
  });

  test('IDs are ordered by their UTF-8 bytes', () => {
    const mixed = ['\u{1F600}', '\uFF5E', 'a'];
    expect(estimateRead(mixed, { rows: 1, lowestId: '\uFF5E', itemBytes: 1 }, 1).fileRows).toBe(2);
  });
});
