import fc from 'fast-check';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const two = (most: number) => fc.integer({ min: 1, max: most }).map((number) => String(number).padStart(2, '0'));

/** Generators of a column's values, by what a column may hold. */
const KINDS: readonly fc.Arbitrary<fc.Arbitrary<string>>[] = [
  fc.constant(fc.stringMatching(/^[A-Z]{2}\d{4,6}$/)),
  fc.constant(fc.constantFrom('Ann', 'Björk', "O'Neil", 'Smith, John', 'Rose "Cottage"', 'Zoë')),
  fc.constant(digits(9).map((rest) => `07${rest}`)),
  fc.constant(
    fc.oneof(
      digits(8).map((rest) => `020 ${rest}`),
      fc.constantFrom('n/a', '4.41E+11', '7700900101'),
    ),
  ),
  fc.constant(fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.(com|org)$/)),
  fc.constant(fc.oneof(fc.constantFrom('a@b.cd', 'c@d.ef'), fc.constant('none'))),
  fc.constant(fc.tuple(two(28), two(12)).map(([day, month]) => `2026-${month}-${day}`)),
  fc.constant(fc.tuple(two(31), two(12)).map(([day, month]) => `${day}/${month}/2026`)),
  fc.constant(fc.tuple(two(28), two(12)).map(([day, month]) => `2026-${month}-${day}T10:00:00Z`)),
  fc.constant(fc.constantFrom('yes', 'no', 'Y', 'N')),
  fc.constant(fc.constantFrom('0', '1')),
  fc.constant(fc.tuple(fc.integer({ min: -999, max: 99_999 }), digits(2)).map((parts) => parts.join('.'))),
  fc.constant(fc.integer({ min: -10, max: 100_000 }).map(String)),
  fc.constant(digits(5)),
  fc.constant(fc.constantFrom('Gold', 'Silver', 'Bronze')),
  fc.constant(fc.subarray(['golf', 'chess', 'tennis'], { minLength: 1 }).map((chosen) => chosen.join('; '))),
  fc.constant(fc.constantFrom('https://example.com/a', 'http://example.org')),
  fc.constant(fc.constantFrom('x'.repeat(255), 'two\nlines', '="00123"', '\u200bhidden', ' spaced ')),
  fc.constant(fc.string({ unit: 'grapheme', maxLength: 12 })),
  fc.constant(fc.constant('')),
  fc.constant(fc.constant('always the same')),
];

/** Most values of a column are alike; some columns have blanks and strays. */
const column = fc
  .tuple(fc.oneof(...KINDS), fc.constantFrom(0, 0, 1, 4), fc.constantFrom(0, 0, 0, 1))
  .map(([value, blank, stray]) =>
    fc.oneof(
      { weight: 12, arbitrary: value },
      { weight: blank, arbitrary: fc.constant('') },
      { weight: stray, arbitrary: fc.string({ maxLength: 10 }) },
    ),
  );

const NAMES = [
  ...['Customer ID', 'customer', 'First name', 'Surname', 'Phone', 'Phone', 'Mobile no.', 'E-mail', 'Post code', 'zip'],
  ...['Date of birth', 'Balance', 'Account number', 'VIP', 'Notes', 'Newsletter', 'Work phone', 'P018', 'P045', 'P999'],
  ...['Column 2', '', ' ', 'Reference', 'Code', 'Total', 'Title', 'Address 1', 'Ort'],
];
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A file as people and programs write it: with or without header row and titles, and with records that cannot be read. */
export const proposedFile: fc.Arbitrary<string> = fc
  .tuple(fc.array(fc.tuple(column, name), { minLength: 1, maxLength: 14 }), fc.constantFrom(1, 2, 5, 30))
  .chain(([columns, fewest]) =>
    fc.record({
      names: fc.constant(columns.map(([, each]) => each)),
      rows: fc.array(fc.tuple(...columns.map(([value]) => value)), { minLength: fewest, maxLength: 2 * fewest }),
      hasHeader: fc.boolean(),
      title: fc.option(fc.constantFrom('Customer list', 'Export;of 2026', '')),
      delimiter: fc.constantFrom(',', ',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      last: fc.constantFrom('', '', 'a,b', ',,,', '\0'),
      trailing: fc.constantFrom('', '', '', 'delimiter'),
    }),
  )
  .map(({ names, rows, hasHeader, title, delimiter, lineEnd, last, trailing }) => {
    const line = (cells: readonly string[]) => cells.map((cell) => quoted(cell, delimiter)).join(delimiter);
    const records = rows.map((row) => line(row) + (trailing === '' ? '' : delimiter));
    return [...(title === null ? [] : [title]), ...(hasHeader ? [line(names)] : []), ...records, last]
      .map((each) => each + lineEnd)
      .join('');
  })
  // What begins like JSON, XML or a workbook is rejected as such.
  .filter((content) => !/^\s*[[{<%]/.test(content));
