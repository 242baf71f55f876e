import * as fc from 'fast-check';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { ColumnMapping, Mapping } from '../../functions/definitions/index.ts';
import { anyForm, asRead, bytesOf, type FileForm, saidOf } from './file-forms.ts';
import { type ModelCustomer, type ModelInput, TELEPHONE } from './import-model.ts';
import { textField, voucim } from './published-table.ts';

/** A file, the table that it meets, and how it is to be imported. Texts in `file` are binary strings. */
export interface ImportCase {
  /** As it is read; `uploadOf` gives the bytes in the form that is uploaded. */
  readonly file: string;
  readonly form: FileForm;
  readonly metadata: Readonly<Record<string, string>>;
  readonly options: ModelInput['options'];
  /** That of the definition that the metadata name; empty if they name none. */
  readonly mapping: Mapping;
  readonly table: PublishedTable;
  readonly stored: readonly ModelCustomer[];
  readonly limits: Record<string, number>;
  readonly mark: number;
}

/** Stands for the CRM table's prefix until a run knows it. */
const PREFIX = '%%%%%%';

const binary = (text: string): string => Buffer.from(text).toString('latin1');

const anyTable = (prefix: string, idLength: number, isRequired: boolean): PublishedTable =>
  voucim({
    prefix,
    shardCount: 3,
    fields: [
      ...voucim()
        .fields.slice(0, 1)
        .map((field) => ({ ...field, maxLength: idLength })),
      textField('P021', { maxLength: 3, label: 'Short' }),
      textField('P022', { required: isRequired, label: 'Name' }),
      textField('P023', { type: 'number', label: 'Number' }),
      textField('P025', { type: 'telephone', label: 'Phone' }),
    ],
  });

const anyId = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('A', 'AB', 'ABC', 'ABCD', 'B', 'a', '0', '00', 'b b', 'é', '€', '😀', 'é') },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 12 }).map((n) => `${PREFIX}_${n}`) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }).map((n) => `N${n}`) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', ' ', 'A"B', 'A,B', 'A;B', 'A\nB', '"A"', '=1', `${PREFIX}_`, '__proto__'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('x'.repeat(1_024), 'x'.repeat(1_025), `${'é'.repeat(512)}`, `${'é'.repeat(513)}`),
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
);

/** A cell's value: the column's own choice by number, or one that fits no column. */
interface Value {
  readonly choice: number;
  readonly odd: string | null;
}

const anyValue: fc.Arbitrary<Value> = fc.record({
  choice: fc.nat(4),
  odd: fc.oneof({ weight: 40, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyOddValue }),
});

const valueIn = (column: string, { choice, odd }: Value): string => odd ?? FITTING[column]?.[choice] ?? '1';

/** How a cell is written: bare where that is possible, quoted, or with quotes where they do not belong. */
function written(text: string, style: number, delimiter: string): string {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  if (style === 0) return quoted;
  if (style === 1 && text !== '') return `${quoted}x`;
  const needsQuotes = text.startsWith('"') || text.includes(delimiter) || text.includes('\n');
  return needsQuotes ? quoted : text;
}

const NOTHING: Value = { choice: 0, odd: null };

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

function rowText(row: Row, columns: readonly string[], delimiter: string): string {
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
  return cells.join(delimiter);
}

interface FileShape {
  readonly rows: readonly Row[];
  readonly order: readonly string[];
  readonly header: 'labels' | 'codes' | 'none';
  readonly delimiter: string;
  readonly named: boolean;
  readonly bom: boolean;
  readonly lineEnds: 'lf' | 'crlf' | 'mixed';
  readonly openEnd: boolean;
  readonly emptyFirst: boolean;
  readonly quotedNames: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  P008: 'customer ID',
  P021: 'Short',
  P022: 'NAME',
  P023: 'Number',
  P025: 'phone',
  other: 'Shoe size',
};

function fileText(shape: FileShape): string {
  const { delimiter, lineEnds, rows } = shape;
  const lineEnd = (choice: number) => (lineEnds === 'crlf' || (lineEnds === 'mixed' && choice < 4) ? '\r\n' : '\n');
  const names = shape.order.map((column) => (shape.header === 'codes' && column !== 'other' ? column : NAMES[column]));
  const spelled = names.map((name) => (shape.quotedNames ? `"${name}"` : name));
  const header = shape.header === 'none' ? '' : spelled.join(delimiter) + lineEnd(5);
  const empty = shape.emptyFirst ? `\n${lineEnd(0)}` : '';
  const body = rows.map((row, at) => {
    const isLast = at === rows.length - 1;
    const gap = row.empty < 2 ? lineEnd(row.empty).repeat(row.empty + 1) : '';
    return gap + rowText(row, shape.order, delimiter) + (isLast && shape.openEnd ? '' : lineEnd(row.end));
  });
  return (shape.bom ? '\xef\xbb\xbf' : '') + empty + header + body.join('');
}

const ALL = ['P008', 'P021', 'P022', 'P023', 'P025'];

const anyShape = (customerId: 'column' | 'none'): fc.Arbitrary<FileShape> =>
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
      lineEnds: fc.constantFrom('lf', 'crlf', 'mixed'),
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

const withoutBlanks = (fields: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(fields.filter(([, value]) => value !== ''));

const anyStored = fc.record({
  customerId: anyId.filter((id) => id !== '' && Buffer.byteLength(id) <= 1_024),
  fields: fc
    .dictionary(fc.constantFrom('P021', 'P022', 'P023', 'P024'), anyValue)
    .map((values) => withoutBlanks(Object.entries(values).map(([code, value]) => [code, valueIn(code, value)]))),
  version: fc.integer({ min: 1, max: 9 }),
  importId: fc.option(fc.constantFrom('20250101T000000Z-000000000000'), { nil: undefined }),
  deletedAt: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('2026-11-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z') },
  ),
});

/** Small enough for every stage to have many chunks. */
const anyLimits = fc.record({
  scanBytes: fc.integer({ min: 16, max: 200 }),
  partBytes: fc.integer({ min: 1, max: 200 }),
  mergeBytes: fc.integer({ min: 1, max: 400 }),
  blockBytes: fc.integer({ min: 1, max: 100 }),
  sampleBytes: fc.integer({ min: 1, max: 100 }),
  differentiateBytes: fc.integer({ min: 1, max: 500 }),
  writeRows: fc.integer({ min: 1, max: 20 }),
  maxChunks: fc.constantFrom(2_000, 2_000, 20, 3),
  /** A thousand times the same letter packs better than any real file. */
  unpackedRatio: fc.constant(10_000),
});

/** What a mapping may say of a column. */
const anyTreatment = fc.record({
  isNamed: fc.boolean(),
  isIgnored: fc.constantFrom(false, false, false, false, true),
  values: fc.option(
    fc.constantFrom<Record<string, string>>(
      { a: 'b', b: 'a', abcd: 'ab' },
      { Ann: 'Bob', '1': '-3', '2.5': 'x', [TELEPHONE]: '1' },
      { '': '7', '-3': '' },
      { toString: 'x', __proto__x: 'y' },
    ),
    { nil: undefined },
  ),
  fallback: fc.option(fc.constantFrom('a', '8', 'too long', TELEPHONE), { nil: undefined }),
});
type Treatment = typeof anyTreatment extends fc.Arbitrary<infer T> ? T : never;

/** Treatments of a file's columns, in their order; null leaves a column to its header cell. */
const anyTreatments = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.array(fc.option(anyTreatment), { minLength: 6, maxLength: 6 }) },
);

/** The mapping that treats a file's columns so. */
function mappingOf({ order, header }: FileShape, treatments: ReadonlyArray<Treatment | null>): Mapping {
  if (treatments.length === 0) return [];
  const free = ALL.find((code) => !order.includes(code)) ?? null;
  return order.flatMap((code, at): ColumnMapping[] => {
    const treatment = treatments[at];
    if (!treatment) return header === 'none' ? [{ column: at + 1, field: code }] : [];
    const { isNamed, isIgnored, values, fallback } = treatment;
    const spelled = header === 'codes' && code !== 'other' ? code : (NAMES[code] ?? '');
    const column = isNamed && header !== 'none' ? spelled.toUpperCase() : at + 1;
    if (code === 'P008') return [{ column, field: code }];
    const field = isIgnored ? null : code === 'other' ? free : code;
    return [{ column, field, ...(values && { values }), ...(fallback && { default: fallback }) }];
  });
}

const anyOptions = fc.record({
  customerId: fc.constantFrom('column', 'column', 'column', 'none'),
  duplicates: fc.constantFrom('reject', 'first', 'last'),
  blank: fc.constantFrom('clear', 'keep'),
  consistentRead: fc.constantFrom('yes', 'no'),
  mode: fc.constantFrom('upsert', 'upsert', 'upsert', 'insert-only', 'update-only'),
  strictFields: fc.constantFrom<string[]>([], ['P025']),
});

/** The case as it is in the CRM table of this prefix. */
export function inTable(given: ImportCase, prefix: string): ImportCase {
  return JSON.parse(JSON.stringify(given).replaceAll(PREFIX, prefix));
}

/** What is uploaded: the file in its form. */
export const uploadOf = ({ file, form }: ImportCase): Buffer => bytesOf(file, form);

/** Any import; `inTable` gives it a CRM table. */
export const anyImportCase: fc.Arbitrary<ImportCase> = anyOptions
  .chain((options) =>
    fc.record({
      options: fc.constant(options),
      shape: anyShape(options.customerId),
      stored: fc.oneof(
        { weight: 1, arbitrary: fc.constant([]) },
        {
          weight: 2,
          arbitrary: fc.uniqueArray(anyStored, { maxLength: 25, selector: ({ customerId }) => customerId }),
        },
      ),
      /** How many of the file's rows are in the table as they are. */
      same: fc.nat(40),
      limits: anyLimits,
      idLength: fc.constantFrom(1_024, 1_024, 3),
      isRequired: fc.constantFrom(false, false, true),
      mark: fc.nat(5),
      form: anyForm,
      treatments: anyTreatments,
      definition: fc.uuid(),
    }),
  )
  .map(({ options, shape, stored, same, limits, idLength, isRequired, mark, form, treatments, definition }) => {
    const file = asRead(fileText(shape), form);
    const mapping = mappingOf(shape, treatments);
    const spelled = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'pipe' }[shape.delimiter] ?? shape.delimiter;
    const { consistentRead, ...modelled } = options;
    const known = stored.length === 0 ? [] : [...stored, ...rowsAsCustomers(shape, same)];
    const byId = new Map(known.map((customer) => [customer.customerId, customer]));
    return {
      file,
      form,
      mapping,
      metadata: {
        ...saidOf(file, form),
        ...(mapping.length > 0 && { definition }),
        mode: options.mode,
        ...(options.strictFields.length > 0 && { 'strict-fields': options.strictFields.join() }),
        'customer-id': options.customerId,
        duplicates: options.duplicates,
        blank: options.blank,
        'consistent-read': consistentRead,
        ...(shape.named && { delimiter: spelled, header: shape.header === 'none' ? 'no' : 'yes' }),
      },
      options: {
        ...modelled,
        ...(shape.named && { delimiter: shape.delimiter, header: shape.header !== 'none' }),
      },
      table: anyTable(PREFIX, idLength, isRequired),
      stored: [...byId.values()],
      limits,
      mark,
    };
  });

/** What the table would hold if some of the rows had been imported before. */
function rowsAsCustomers({ rows, order }: FileShape, count: number): ModelCustomer[] {
  return rows
    .slice(0, count)
    .filter(({ id }) => id !== '' && Buffer.byteLength(id) <= 1_024)
    .map(({ id, values }) => {
      let value = 0;
      const cells = order.flatMap((code): [string, string][] =>
        code === 'P008' ? [] : [[code, valueIn(code, values[value++] ?? NOTHING)]],
      );
      const fields = withoutBlanks(cells.filter(([code]) => code !== 'other'));
      return { customerId: id, fields, version: 1, importId: 'earlier' };
    });
}

/** `PROPERTY_RUNS=20` makes every property of the import run twenty times as often. */
const MORE = Number(process.env.PROPERTY_RUNS ?? 1);

/** How often a property runs; a failure is told in time, however slow the search for a smaller one is. */
export const runs = (numRuns: number) => ({ numRuns: numRuns * MORE, interruptAfterTimeLimit: 40_000 * MORE });

/** The time limit of a test that holds a property. */
export const PROPERTY_TIMEOUT_MS = 60_000 * MORE;
