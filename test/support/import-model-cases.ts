import * as fc from 'fast-check';
import type { PublishedTable } from '../../functions/crm-tables/index.ts';
import type { Mapping } from '../../functions/definitions/index.ts';
import { anyForm, asRead, bytesOf, type FileForm, metadataOf } from './file-forms.ts';
import type { ModelCustomer, ModelInput } from './import-model.ts';
import { anyId, anyShape, anyValue, type FileShape, fileText, NOTHING, PREFIX, valueIn } from './import-model-files.ts';
import { anyTreatments, mappingOf } from './import-model-mapping.ts';
import { textField, voucim } from './published-table.ts';

/** A file, the table that it meets, and how it is to be imported. Texts in `file` are binary strings. */
export interface ImportCase {
  /** As it is read; `uploadOf` gives the bytes in the form that is uploaded. */
  readonly file: string;
  readonly form: FileForm;
  readonly metadata: Readonly<Record<string, string>>;
  readonly options: ModelInput['options'];
  /** The mapping of the definition in the metadata; empty if there is none. */
  readonly mapping: Mapping;
  readonly table: PublishedTable;
  readonly stored: readonly ModelCustomer[];
  readonly limits: Record<string, number>;
  readonly mark: number;
}

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

const withoutBlanks = (fields: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(fields.filter(([, value]) => value !== ''));

const anyStored = fc.record({
  customerId: anyId.filter((id) => id !== '' && Buffer.byteLength(id) <= 256),
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

const anyOptions = fc.record({
  customerId: fc.constantFrom('column', 'column', 'column', 'none'),
  duplicates: fc.constantFrom('reject', 'first', 'last'),
  blank: fc.constantFrom('clear', 'keep'),
  consistentRead: fc.constantFrom('yes', 'no'),
  mode: fc.constantFrom('upsert', 'upsert', 'upsert', 'insert-only', 'update-only'),
  strictFields: fc.constantFrom<string[]>([], ['P025']),
});

/** The case for the CRM table with this prefix. */
export function inTable(given: ImportCase, prefix: string): ImportCase {
  return JSON.parse(JSON.stringify(given).replaceAll(PREFIX, prefix));
}

/** The uploaded bytes: the file in its form. */
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
      /** The number of the file's rows that the table already has unchanged. */
      same: fc.nat(40),
      limits: anyLimits,
      idLength: fc.constantFrom(256, 256, 3),
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
        ...metadataOf(file, form),
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

/** The customers of the table if some of the rows had been imported before. */
function rowsAsCustomers({ rows, order }: FileShape, count: number): ModelCustomer[] {
  return rows
    .slice(0, count)
    .filter(({ id }) => id !== '' && Buffer.byteLength(id) <= 256)
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

/** How often a property runs; a failure is reported in time, however slow the search for a smaller one is. */
export const runs = (numRuns: number) => ({ numRuns: numRuns * MORE, interruptAfterTimeLimit: 40_000 * MORE });

/** The time limit of a test that holds a property. */
export const PROPERTY_TIMEOUT_MS = 60_000 * MORE;
