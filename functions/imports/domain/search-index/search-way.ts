import * as z from 'zod';
import { searchableFields } from '../../../search/index.ts';
import type { AcceptedPlan } from '../plan.ts';
import { entriesOfFields, unitsOfGeneration, unitsOfSingles } from './index-cost.ts';

/** How the customers that an import writes come into the search index. `none`: it writes no searchable value. */
export const SearchWaySchema = z.enum(['none', 'singles', 'generation']);
export type SearchWay = z.infer<typeof SearchWaySchema>;

/** The customers that an import writes at most. */
export interface ImportedRows {
  readonly inserts: number;
  readonly updates: number;
}

/** What the choice depends on. */
export interface PlanOfWay extends Pick<AcceptedPlan, 'table'> {
  readonly options: Pick<AcceptedPlan['options'], 'dryRun'>;
  readonly layout: { readonly columns: ReadonlyArray<{ readonly code: string }> };
}

/** The searchable fields that the file feeds. */
function fedFields({ table, layout }: PlanOfWay): number {
  const fed = new Set(layout.columns.map(({ code }) => code));
  return searchableFields(table).filter(({ code }) => fed.has(code)).length;
}

/** The way without a look at the table, which only a large import needs. */
export function wayOfSmallImport(plan: PlanOfWay, rows: ImportedRows): SearchWay | undefined {
  if (plan.options.dryRun || fedFields(plan) === 0) return 'none';
  return unitsOfSingles(valuesOf(plan, rows)) <= unitsOfGeneration({ customers: 0, entries: 0 })
    ? 'singles'
    : undefined;
}

/** The cheaper way: the cost of single entries grows with the import, that of a generation with the table. */
export function chooseSearchWay(plan: PlanOfWay, rows: ImportedRows, tableRows: number): SearchWay {
  const small = wayOfSmallImport(plan, rows);
  if (small) return small;
  const customers = tableRows + rows.inserts;
  const entries = customers * entriesOfFields(searchableFields(plan.table).length);
  const generation = unitsOfGeneration({ customers, entries });
  return unitsOfSingles(valuesOf(plan, rows)) <= generation ? 'singles' : 'generation';
}

/** The single entries that an import writes. */
export const singlesOfRows = (plan: PlanOfWay, rows: ImportedRows): number => Math.ceil(valuesOf(plan, rows));

/** Of an update one searchable value changes, at a guess. */
const valuesOf = (plan: PlanOfWay, { inserts, updates }: ImportedRows): number =>
  inserts * entriesOfFields(fedFields(plan)) + updates;
