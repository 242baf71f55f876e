import { describe, expect, test } from '@jest/globals';
import type { PublishedTable } from '../../../../functions/crm-tables/index.ts';
import { lines, preview, TABLE } from './preview-of.ts';

const table: PublishedTable = {
  ...TABLE,
  fields: TABLE.fields.map((field) =>
    field.code === 'P018' ? { ...field, type: 'list' as const, listValues: ['Yes', 'No'], maxLength: 200 } : field,
  ),
};
const FILE = lines('Customer ID,Postcode', 'A,Y', 'B,N', 'C,Y', 'D,Yes', 'E,', 'F,="N"');
const unknown = async (requested: Parameters<typeof preview>[1]) =>
  (await preview(FILE, { table, ...requested })).columns[1]?.unknownValues;

describe('the cells that a list does not know', () => {
  test('are counted, the most frequent first, without blank ones', async () => {
    expect(await unknown({})).toEqual([
      { value: 'Y', records: 2 },
      { value: 'N', records: 1 },
      { value: '="N"', records: 1 },
    ]);
  });

  test('are named as the values of a mapping name them', async () => {
    expect(await unknown({ options: { unwrapFormulas: true } })).toEqual([
      { value: 'Y', records: 2 },
      { value: 'N', records: 2 },
    ]);
  });

  test('leave when the mapping replaces them by a choice, and stay when it does not', async () => {
    const mapping = [{ column: 2, field: 'P018', values: { Y: 'Yes', N: 'Never', '="N"': { clear: true } as const } }];
    expect(await unknown({ mapping })).toEqual([{ value: 'N', records: 1 }]);
  });

  test('are none for a column of text', async () => {
    expect((await preview(FILE)).columns[1]).not.toHaveProperty('unknownValues');
  });
});
