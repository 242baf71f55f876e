import * as fc from 'fast-check';
import { TELEPHONE } from './import-model.ts';

// Files of all sorts, for the CRM table of the cases.

/** Stands for the CRM table's prefix until a run knows it. */
export const PREFIX = '%%%%%%';

const binary = (text: string): string => Buffer.from(text).toString('latin1');

export const anyId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('A', 'AB', 'ABC', 'ABCD', 'B', 'a', '0', '00', 'b b', 'é', '€', '😀', 'é') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => `${PREFIX}_${n}`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => `N${n}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', 'A"B', 'A,B', 'A;B', 'A\nB', '"A"', '=1', `${PREFIX}_`, '__proto__'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('\u200BA', 'A ', 'A\u00AD', '\u00A0A', '\rA', '="A"'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(256), 'x'.repeat(257), `${'é'.repeat(128)}`, `${'é'.repeat(129)}`),
  },
);

/** Values that a column takes; few, so that files and tables agree now and then. */
const FITTING: Readonly<Record<string, readonly string[]>> = {
  P021: ['', 'a', 'b', 'é€'],
  P022: ['', 'Ann', 'Bob', '😀, "x"', 'a\r\nb'],
  P023: ['', '1', '2.5', '-3'],
  P025: ['', TELEPHONE, '001 234 4444'],
};

const anyOddValue = fc.constantFrom(
  ...['abcd', 'too long', '', ' ', '1,5', 'a\r\nb', 'x"y', ';', '\t', 'a|b', '\r', "'", '😀😀😀', 'x'.repeat(40)],
  ...['\u0000', '\u0001', '\u2028', '\uFEFF', '\uFFFD', '\u0085', 'See s3://x for invalid lines', '=1+1'],
  ...['\u200Bab', 'a\u200B', 'a ', '\u00A0b', 'a\u00ADb', '="07"', `\u202A${TELEPHONE}\u202C`, '\u00A07'],
);

/** A cell's value: a choice of the column by number, or one that fits no column. */
export interface Value {
  readonly choice: number;
  readonly odd: string | null;
}

export const anyValue: fc.Arbitrary<Value> = fc.record({
  choice: fc.nat(4),
  odd: fc.oneof({ weight: 40, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyOddValue }),
});

export const valueIn = (column: string, { choice, odd }: Value): string => odd ?? FITTING[column]?.[choice] ?? '1';

/** How a cell is written: bare where that is possible, quoted, or with quotes where they do not belong. */
function written(text: string, style: number, delimiter: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  if (style === 0) return quoted;
  if (style === 1 && text !== '') return `${quoted}x`;
  const needsQuotes = text.startsWith('"') || text.includes(delimiter) || text.includes('\n');
  return needsQuotes ? quoted : text;
}

export const NOTHING: Value = { choice: 0, odd: null };

interface Row {
  readonly id: string;
  readonly values: readonly Value[];
  readonly styles: readonly number[];
  readonly damage: number;
  readonly end: number;
  readonly empty: number;
}

const anyRow: fc.Arbitrary<Row> = fc.record({
  id: anyId,
  values: fc.array(anyValue, { minLength: 5, maxLength: 5 }),
  styles: fc.array(fc.nat(30), { minLength: 6, maxLength: 6 }),
  damage: fc.nat(80),
  end: fc.nat(9),
  empty: fc.nat(12),
});

function rowText(row: Row, { order: columns, delimiter, endsInDelimiter }: FileShape, header: string): string {
  let value = 0;
  const cells = columns.map((column, at) => {
    const text = column === 'P008' ? row.id : valueIn(column, row.values[value++] ?? NOTHING);
    return written(binary(text), row.styles[at] ?? 9, delimiter);
  });
  if (row.damage === 0) cells.pop();
  if (row.damage === 1) cells.push('more');
  if (row.damage === 2) cells[0] = `${cells[0]}\xff`;
  if (row.damage === 3) cells[0] = `\xc3${cells[0]}`;
  if (row.damage === 4) cells[0] = `${cells[0]}"`;
  if (row.damage === 5) return header;
  if (row.damage === 6) return delimiter.repeat(cells.length - 1);
  if (row.damage === 7) return row.empty === 0 ? '   ' : `" "${delimiter}""`;
  return cells.join(delimiter) + (endsInDelimiter ? delimiter : '');
}

export interface FileShape {
  readonly rows: readonly Row[];
  readonly order: readonly string[];
  readonly header: 'labels' | 'codes' | 'none';
  readonly delimiter: string;
  readonly named: boolean;
  readonly bom: boolean;
  readonly lineEnds: 'lf' | 'crlf' | 'crcrlf' | 'cr' | 'mixed';
  /** Records above the header row. */
  readonly titles: number;
  /** Whether a first line names the delimiter. */
  readonly separator: boolean;
  /** Whether each record ends with a delimiter, and the header row does not. */
  readonly endsInDelimiter: boolean;
  readonly openEnd: boolean;
  readonly emptyFirst: boolean;
  readonly quotedNames: boolean;
}

export const NAMES: Readonly<Record<string, string>> = {
  P008: 'customer ID',
  P021: 'Short',
  P022: 'NAME',
  P023: 'Number',
  P025: 'phone',
  other: 'Shoe size',
};

const LINE_ENDS = { lf: '\n', crlf: '\r\n', crcrlf: '\r\r\n', cr: '\r' } as const;
const TITLES = ['Customer list', '"Made, today"'];

export function fileText(shape: FileShape): string {
  const { delimiter, lineEnds, rows } = shape;
  const lineEnd = (choice: number) =>
    lineEnds === 'mixed' ? (['\r\n', '\r\r\n', '\r\n', '\r\n'][choice] ?? '\n') : LINE_ENDS[lineEnds];
  const names = shape.order.map((column) => (shape.header === 'codes' && column !== 'other' ? column : NAMES[column]));
  const spelled = names.map((name) => (shape.quotedNames ? `"${name}"` : name));
  const header = shape.header === 'none' ? '' : spelled.join(delimiter);
  const above = shape.header === 'none' ? [] : TITLES.slice(0, shape.titles);
  const titles = above.map(
    (title, at) => (at === 0 ? title : title + delimiter.repeat(spelled.length - 1)) + lineEnd(5),
  );
  const empty = shape.emptyFirst ? lineEnd(4) + lineEnd(0) : '';
  const separator = shape.separator ? `sep=${delimiter}${lineEnd(0)}` : '';
  const body = rows.map((row, at) => {
    const isLast = at === rows.length - 1;
    const gap = row.empty < 2 ? lineEnd(row.empty).repeat(row.empty + 1) : '';
    return gap + rowText(row, shape, header || 'none') + (isLast && shape.openEnd ? '' : lineEnd(row.end));
  });
  const beginning = separator + empty + titles.join('') + (header && header + lineEnd(5));
  return (shape.bom ? '\xef\xbb\xbf' : '') + beginning + body.join('');
}

export const ALL = ['P008', 'P021', 'P022', 'P023', 'P025'];

export const anyShape = (customerId: 'column' | 'none'): fc.Arbitrary<FileShape> =>
  fc
    .record({
      rows: fc.oneof(
        fc.array(anyRow, { minLength: 1, maxLength: 10 }),
        fc.array(anyRow, { minLength: 10, maxLength: 50, size: 'max' }),
      ),
      shuffled: fc.shuffledSubarray([...ALL, 'other'], { minLength: 6, maxLength: 6 }),
      columns: fc.integer({ min: 3, max: 6 }),
      header: fc.constantFrom('labels', 'codes', 'none'),
      delimiter: fc.constantFrom(',', ',', ';', '\t', '|', '~'),
      named: fc.boolean(),
      bom: fc.boolean(),
      lineEnds: fc.constantFrom('lf', 'crlf', 'mixed', 'mixed', 'crcrlf', 'cr'),
      titles: fc.constantFrom(0, 0, 0, 0, 1, 2),
      separator: fc.constantFrom(false, false, false, false, false, true),
      endsInDelimiter: fc.constantFrom(false, false, false, false, true),
      openEnd: fc.boolean(),
      emptyFirst: fc.constantFrom(false, false, false, true),
      quotedNames: fc.constantFrom(false, false, false, true),
    })
    .map(({ shuffled, columns, ...shape }) => {
      const order = shape.header === 'none' ? ALL : shuffled.filter((column, at) => at < columns || column === 'P008');
      const isNamed = shape.named || shape.delimiter === '~';
      return {
        ...shape,
        named: isNamed,
        order: customerId === 'none' && shape.header === 'none' ? ALL.slice(1) : order,
      };
    });
