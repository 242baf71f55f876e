import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { orderLines } from '../../../../functions/imports/domain/output/order-lines.ts';
import { reportFile } from '../../../../functions/imports/domain/output/report-file.ts';

describe('lines in the order of the source', () => {
  test('are those of a stable sort by line number', () => {
    const anyLine = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.stringMatching(/^[ -~é]{0,9}$/));
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const join = (of: typeof lines) => of.map(([line, rest]) => `${line},${rest}\r\n`).join('');
        const ordered = orderLines(Buffer.from(join(lines)));
        expect(Buffer.from(ordered).toString()).toBe(join(lines.toSorted(([a], [b]) => a - b)));
      }),
    );
  });

  test('a text that has the order already is not copied', () => {
    const text = Buffer.from('1,a\r\n2,b\r\n2,a\r\n');
    expect(Buffer.from(orderLines(text)).buffer).toBe(text.buffer);
  });
});

describe('the pieces of a report', () => {
  const fragment = (key: string, bytes: number, nonAscii = false) => ({ key, bytes, nonAscii });

  test('are empty without lines', () => {
    expect(reportFile({ key: 'f', header: 'A\r\n', fragments: [] }, 10)).toEqual([]);
  });

  test('fragments are ordered together up to the limit, and beyond it in groups of that size', () => {
    const sizes = [4, 5, 1, 1, 30, 10, 1];
    const fragments = sizes.map((bytes, at) => fragment(String(at), bytes));
    const [file] = reportFile({ key: 'f', header: 'A\r\n', fragments }, 10);
    const groups = file?.pieces.flatMap((piece) => ('ordered' in piece ? [piece.ordered.map(({ key }) => key)] : []));
    expect(groups).toEqual([['0', '1', '2'], ['3'], ['4'], ['5'], ['6']]);
  });

  test.each([
    ['', fragment('a', 1), false],
    ['', fragment('a', 1, true), true],
    [',é\r\n', fragment('a', 1), true],
  ])('a byte-order mark stands in front of more than ASCII', (opening, of, hasMark) => {
    const [first] = reportFile({ key: 'f', header: 'A,B\r\n', opening, fragments: [of] }, 10)[0]?.pieces ?? [];
    expect(first).toEqual({ text: `${hasMark ? '\uFEFF' : ''}A,B\r\n${opening}` });
  });
});
