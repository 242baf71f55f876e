import * as z from 'zod';
import { cellValue, checkValue, type Field, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ColumnMapping, ImportOptions } from '../../../definitions/index.ts';
import type { Sample } from './read-sample.ts';

export const UnknownValueSchema = z
  .strictObject({ value: z.string(), records: z.int().min(1) })
  .meta({ id: 'UnknownValue' });
export type UnknownValue = z.infer<typeof UnknownValueSchema>;

/** A column with more unknown values feeds the wrong field: nobody maps them one by one. */
const MOST_VALUES = 100;
/** The longest choice of a list: a longer cell is no misspelled choice. */
const LONGEST_VALUE = 200;

/**
 * The cells of a column that its list field does not know, the most frequent first, as the `values` of a mapping name
 * them. Cells that the mapping replaces by a choice are not among them.
 */
export function unknownValues(
  sample: Sample,
  position: number,
  field: Field,
  mapped: ColumnMapping | undefined,
  { options, table }: { readonly options: ImportOptions; readonly table: PublishedTable },
): UnknownValue[] {
  if (field.listValues.length === 0) return [];
  const changes = { unwrapFormulas: options.unwrapFormulas, cleared: '' };
  const [unwrap, change] = [cellValue({}, changes), cellValue(mapped ?? {}, changes)];
  const counts = new Map<string, number>();
  for (const { cells, unreadable } of sample.records) {
    const cell = cells[position] ?? '';
    const value = change(cell);
    if (unreadable || value === '' || checkValue(field, value, table.defaultCountry).problem === undefined) continue;
    const name = unwrap(cell);
    if (name.length <= LONGEST_VALUE) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, records]) => ({ value, records }))
    .sort((a, b) => b.records - a.records)
    .slice(0, MOST_VALUES);
}
