import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../../../../functions/shared/domain/errors.ts';
import { preview } from './preview-of.ts';

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'Customer ID',
    'P018',
    'Tel',
    'Phone',
    'e-mail',
    'VOUCIM_1',
    'a@b.cd',
    '020 7946 0018',
    '"x"',
    'é',
  ),
  fc.string({ maxLength: 8 }),
);
const file = fc
  .tuple(
    fc.constantFrom(',', ';', '\t', '|'),
    fc.constantFrom('\n', '\r\n'),
    fc.array(fc.array(cell, { maxLength: 13 }), { maxLength: 8 }),
  )
  .map(([delimiter, lineEnd, rows]) => rows.map((row) => row.join(delimiter) + lineEnd).join(''))
  // A file that begins like JSON or XML is rejected before the preview.
  .filter((text) => !/^\s*[[{<]/.test(text));

describe('whatever the file', () => {
  test('the preview feeds no field twice, and its mapping does not damage the result of an import without it', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.boolean(), async (content, isWhole) => {
        const shown = await preview(content, { isWhole });
        const fed = shown.fields.filter((field) => field !== null);
        expect(new Set(fed).size).toBe(fed.length);
        if (shown.rejection) return;
        expect(shown.rejectionWithMapping).toBeUndefined();
        const before = shown.layout([]);
        // Names that only resemble the table's make a header row by the mapping alone.
        if (before.hasHeader !== shown.fileFormat?.header) return;
        const after = shown.layout(shown.mapping);
        expect(after).toMatchObject({
          delimiter: before.delimiter,
          hasHeader: before.hasHeader,
          fieldCount: before.fieldCount,
        });
        expect(after.customerIdColumn).toBe(before.customerIdColumn);
        expect(after.columns).toEqual(expect.arrayContaining(before.columns));
      }),
      { numRuns: 500 },
    );
  });

  test('the preview never fails, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, isWhole) => {
        const shown = await preview(bytes, { isWhole }).catch((error: unknown) => error);
        // A file that is damaged as a whole is rejected before it is previewed.
        if (shown instanceof Error) expect(shown).toBeInstanceOf(DomainError);
      }),
    );
  });
});
