import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { decodeField, type FieldPlace, locateField } from '../../../../functions/imports/domain/csv/field-bytes.ts';
import { decodeRecord, validateRecord } from '../../../../functions/imports/domain/csv/record.ts';
import { csvCells, csvText, isUnclosed } from '../../../support/csv-model.ts';

const FORMAT = { delimiter: 0x2c, fieldCount: 3, customerIdColumn: 0 };

function validated(record: string | Uint8Array, format: Partial<typeof FORMAT> = {}) {
  const bytes = Buffer.concat([Buffer.from('before\n'), Buffer.from(record), Buffer.from('\nafter')]);
  return validateRecord(bytes, 7, bytes.length - 6, { ...FORMAT, ...format });
}

const withCells = (...cells: string[]) => ({ cells, customerId: cells[0] });

describe('the cells of a record', () => {
  test('are those of csv-parse, for any quotes', async () => {
    await fc.assert(
      fc.asyncProperty(csvText(12), fc.nat(4), async (text, column) => {
        fc.pre(!isUnclosed(text));
        const cells = csvCells(text)[0];
        fc.pre(cells !== undefined && csvCells(text).length === 1 && !/^[\r\n]|\n$/.test(text));
        const bytes = Buffer.from(text);
        expect(decodeRecord(bytes, 0, bytes.length, FORMAT)).toEqual({ cells });
        const place: FieldPlace = { start: 0, length: 0, escaped: false };
        locateField(bytes, 0, bytes.length, FORMAT.delimiter, column, place);
        const raw = bytes.subarray(place.start, place.start + place.length);
        const target = Buffer.alloc(raw.length);
        const found = place.escaped ? target.subarray(0, decodeField(raw, 0, raw.length, target, 0)) : raw;
        expect(found.toString()).toBe(cells?.[column] ?? '');
      }),
      { numRuns: 1500 },
    );
  });

  test('keep every character, and a quoted empty one is blank', () => {
    expect(validated('a,"",\u00e9\ud83d\ude00')).toEqual(withCells('a', '', '\u00e9\ud83d\ude00'));
    expect(validated('00123, ,"x ""y"""')).toEqual(withCells('00123', ' ', 'x "y"'));
    expect(validated('a,b,\ufffd')).toEqual(withCells('a', 'b', '\ufffd'));
  });

  test('may be separated by another character', () => {
    expect(validated('a\tb,c\td', { delimiter: 9 })).toEqual(withCells('a', 'b,c', 'd'));
  });
});

describe('a record', () => {
  test.each([
    ['record.invalid-utf8', Buffer.from([0x61, 0x2c, 0xff, 0x2c, 0x62])],
    ['record.invalid-utf8', Buffer.from([0x61, 0x2c, 0xed, 0xa0, 0x80, 0x2c, 0x62])],
    ['record.nul', 'a,b\0,c'],
    ['record.field-too-long', `a,b,${'x'.repeat(32_001)}`],
    ['record.field-count', 'a,b'],
    ['record.field-count', 'a,b,c,d'],
    ['customer-id.blank', ',b,c'],
    ['customer-id.blank', '"",b,c'],
    ['customer-id.not-addressable', '..,b,c'],
    ['customer-id.not-addressable', '.,b,c'],
    ['customer-id.too-long', `${'\u00e9'.repeat(129)},b,c`],
  ])('is unreadable: %s', (code, record) => {
    expect(validated(record)).toMatchObject({ unreadable: { code } });
  });

  test('is readable at the limits', () => {
    expect(validated(`${'\u00e9'.repeat(128)},b,${'\ud83d\ude00'.repeat(32_000)}`)).toHaveProperty('cells');
    expect(validated(' ,b,c')).toEqual(withCells(' ', 'b', 'c'));
  });

  test('has a Customer ID of at most 256 bytes and no NUL, whatever was read', async () => {
    const anyCell = fc.string({ unit: fc.constantFrom('x', '\u00e9', '\0', '"', '\ud83d\ude00'), maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(anyCell, anyCell, async (id, cell) => {
        const record = validated(`${id},${cell},c`);
        if ('unreadable' in record) return;
        expect(Buffer.byteLength(record.customerId ?? '')).toBeLessThanOrEqual(256);
        expect(record.cells.join()).not.toContain('\0');
      }),
    );
  });

  test('has the reason as a sentence', () => {
    expect(validated('a')).toEqual({
      unreadable: { code: 'record.field-count', reason: 'The record has 1 field, not 3.' },
      customerId: 'a',
    });
    expect(validated(`a,${'x'.repeat(32_001)},c`)).toMatchObject({
      unreadable: { reason: 'The field in column 2 is longer than 32,000 characters.', column: 1 },
    });
  });

  test('needs no Customer ID in a file that has none', () => {
    const bytes = Buffer.from(',b');
    const format = { delimiter: 0x2c, fieldCount: 2, customerIdColumn: undefined };
    expect(validateRecord(bytes, 0, 2, format)).toEqual({ cells: ['', 'b'], customerId: undefined });
  });
});
