import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Encoding } from '../../../functions/definitions/index.ts';
import { headOf, readBackDefinition } from '../../../functions/exports/domain/columns.ts';
import { encode, isRepresentable } from '../../../functions/exports/domain/encode.ts';
import { ExportOptionsSchema } from '../../../functions/exports/domain/export-options.ts';
import { lineWriter } from '../../../functions/exports/domain/write-cells.ts';
import { readLeadingRecords } from '../../../functions/imports/domain/csv/leading-records.ts';
import { decodeHead } from '../../../functions/imports/domain/encoding/decode-head.ts';
import { readOpening } from '../../../functions/imports/domain/layout/opening.ts';
import { anyText } from '../../support/any-text.ts';
import { textField, voucim } from '../../support/published-table.ts';

const FIELDS = ['P008', 'P011', 'P031', 'P032'];
const TABLE = voucim({ fields: [...voucim().fields, textField('P031'), textField('P032', { label: 'A, "b"' })] });
const LARGEST = 10_000_000;

/** Texts of which most characters have a meaning in a CSV file. */
const anyCell = fc
  .oneof(
    anyText({ maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '|', '\r', '\n', ' ', '=', '+', "'", '\uFEFF', 'a', 'é', '€', 'sep='),
      maxLength: 8,
    }),
  )
  // No customer has such a value: imports and the API reject it.
  .map((text) => text.replaceAll('\0', ''));
const anyId = anyCell.filter((text) => text !== '');

const anyOptions = fc.record({
  encoding: fc.constantFrom<Encoding[]>('utf-8', 'utf-16le', 'utf-16be'),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  headings: fc.boolean(),
  byteOrderMark: fc.boolean(),
});

test('the reader of imports finds every cell of an export again, by the options that are written with it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyId, anyCell, anyCell, anyCell), { minLength: 1, maxLength: 30 }),
      anyOptions,
      async (rows, given) => {
        const options = ExportOptionsSchema.parse(given);
        const line = lineWriter(options);
        const body = encode(options.encoding, rows.map(line).join(''));
        const file = Buffer.concat([headOf(options, FIELDS, TABLE), body]);
        const readBack = readBackDefinition(options, FIELDS).options;
        const { bytes } = await decodeHead({ bytes: file, isWhole: true }, readBack, LARGEST);
        const { start } = readOpening(bytes, readBack);
        const { records, isUnclosed, oversized } = readLeadingRecords(bytes.subarray(start), options.delimiter);
        expect({ isUnclosed, oversized }).toEqual({ isUnclosed: false, oversized: undefined });
        const cells = records.map((record) => record.cells);
        expect(options.headings ? cells.slice(1) : cells).toEqual(rows);
      },
    ),
    { numRuns: 500 * Number(process.env.PROPERTY_RUNS ?? 1) },
  );
});

describe('a cell', () => {
  const plain = lineWriter({ delimiter: ',', formulaSafe: false });
  const safe = lineWriter({ delimiter: ',', formulaSafe: true });

  test.each(['=1+1', '+44 20 7946 0123', '-5', '@name', '\tx', '\rx'])(
    '%j gets an apostrophe where the options say so',
    (value) => {
      expect(safe([value]).replace(/^"|"?\r\n$/g, '')).toBe(`'${value}`);
      expect(plain([value])).not.toContain("'");
    },
  );

  test('is quoted only where a reader would else see another one', () => {
    expect(plain(['Mill', "O'Hara", 'a;b', 'a,b', 'say "x"', ' a', ''])).toBe(
      `Mill,O'Hara,a;b,"a,b","say ""x"""," a",\r\n`,
    );
    expect(plain([''])).toBe('""\r\n');
  });
});

test('Windows-1252 has the Euro and no Polish letters, and a question mark stands for those', () => {
  expect(isRepresentable('windows-1252', '€ Zoë')).toBe(true);
  expect(isRepresentable('windows-1252', 'Łódź')).toBe(false);
  expect(isRepresentable('utf-16le', 'Łódź 😀')).toBe(true);
  expect([...encode('windows-1252', '€Łé')]).toEqual([0x80, 0x3f, 0xe9]);
});
