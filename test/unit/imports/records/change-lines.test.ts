import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { beforeLine, changeLines } from '../../../../functions/imports/domain/records/change-lines.ts';

const LONG = `=1+1\n"${'x'.repeat(300)}"`;
const CHANGE = {
  line: 8,
  customerId: 'VOUCIM_7',
  values: [
    { code: 'P018', label: 'Postcode', before: 'SW12 2ER', after: '' },
    { code: 'P021', label: 'Note, long', before: '', after: LONG },
  ],
};

describe('the old and new values of an updated customer', () => {
  test('are whole for programs, with null for no value', () => {
    const line = beforeLine(CHANGE);
    expect(line).toMatch(/^[^\n]*\n$/);
    expect(JSON.parse(line)).toEqual({
      customerId: 'VOUCIM_7',
      line: 8,
      before: { P018: 'SW12 2ER', P021: null },
      after: { P018: null, P021: LONG },
    });
  });

  test('are a line each for people: no line breaks within a cell, and no formulas', () => {
    expect(parse(changeLines(CHANGE), { record_delimiter: '\r\n' })).toEqual([
      ['8', 'VOUCIM_7', 'P018', 'Postcode', 'SW12 2ER', ''],
      ['8', 'VOUCIM_7', 'P021', 'Note, long', '', `'=1+1\\n"${'x'.repeat(300)}"`],
    ]);
  });
});
