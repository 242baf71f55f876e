import { type Field, type PublishedTable, STANDARD_FIELDS } from '../../functions/crm-tables/index.ts';

/** Removes searchability: each index would only add engine time to both stage and baseline. */
function unsearchable(field: Field): Field {
  return { ...field, flags: { ...field.flags, search: false } };
}

const NOTES: Field = {
  code: 'P021',
  label: 'Notes',
  type: 'text',
  maxLength: 200,
  required: false,
  listValues: [],
  strict: false,
  flags: { search: false, insert: true, modify: true, result: false },
  tab: 'details',
};

/** The CRM table that the benchmarks import into: the twelve standard fields and one custom text. */
export const BENCH_TABLE: PublishedTable = {
  prefix: 'BENCH',
  accountPrefix: 'BRI',
  version: 1,
  name: 'Benchmark customers',
  defaultCountry: 'GB',
  shardCount: 16,
  tabs: [{ id: 'details', label: 'Customer Details' }],
  fields: [...STANDARD_FIELDS.map(unsearchable), NOTES],
  publishedAt: '2026-01-01T00:00:00.000Z',
};

/** The same with the fields searchable that are searchable in a new CRM table: last name, telephones, postcode, e-mail. */
export const SEARCHABLE_BENCH_TABLE: PublishedTable = {
  ...BENCH_TABLE,
  fields: [...STANDARD_FIELDS, NOTES],
};
