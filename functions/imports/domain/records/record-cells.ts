import { CUSTOMER_ID_CODE, cellValue, type Field } from '../../../crm-tables/index.ts';
import { type BulkJob, CLEARED, type Problem as CustomerProblem, type ValuesBefore } from '../../../customers/index.ts';
import type { Unreadable } from '../csv/record.ts';
import type { RecordFormat } from '../csv/record-format.ts';
import type { AcceptedPlan } from '../plan.ts';
import type { SearchWay } from '../search-index/search-way.ts';
import type { ChangedValue } from './change-lines.ts';
import type { Problem } from './failure.ts';
import { DUPLICATE_CODE } from './failure-file-caution.ts';

/** @param way of its customers into the search index */
export function bulkJob(plan: AcceptedPlan, fence: number, way: SearchWay = 'singles'): BulkJob {
  const { blank, mode, conflicts, dryRun, strictFields } = plan.options;
  const fields = new Map<string, Field>(plan.table.fields.map((field) => [field.code, field]));
  const columns = plan.layout.columns.flatMap(({ code }) => fields.get(code) ?? []);
  return {
    table: plan.table,
    importId: plan.importId,
    fence,
    startedAt: plan.startedAt,
    columns: columns.map((field) => (strictFields.includes(field.code) ? { ...field, strict: true } : field)),
    blank,
    mode,
    conflicts,
    dryRun,
    generatedIds: plan.layout.customerIdColumn === undefined,
    search: way === 'singles' ? 'singles' : 'none',
  };
}

/** The record format of the import's file. @param sorted the findings of the sort, once it has ended */
export function recordFormat(
  { layout }: AcceptedPlan,
  sorted?: { readonly endsInDelimiter?: true | undefined },
): RecordFormat {
  return {
    delimiter: layout.delimiter.charCodeAt(0),
    fieldCount: layout.fieldCount + (sorted?.endsInDelimiter ? 1 : 0),
    mayEndInDelimiter: layout.mayEndInDelimiter,
    ...(layout.customerIdColumn !== undefined && { customerIdColumn: layout.customerIdColumn }),
    hasHeader: layout.hasHeader,
    ...(layout.header.length > 0 && { header: layout.header }),
    hasBom: layout.hasBom,
    lineEnd: layout.lineEnd,
  };
}

/** Picks a record's mapped cells, in the order of the job's columns, and applies the mapping to them. */
export function cellPicker({ layout, options }: AcceptedPlan): (cells: readonly string[]) => string[] {
  const positions = layout.columns.map(({ position }) => position);
  const isPlain = layout.columns.every(
    ({ values, default: fallback, dateForm }) => (values ?? fallback ?? dateForm) === undefined,
  );
  if (isPlain && !options.unwrapFormulas) return (cells) => positions.map((position) => cells[position] ?? '');
  const { unwrapFormulas } = options;
  const cleared = options.blank === 'keep' ? CLEARED : '';
  const changes = layout.columns.map((column) => cellValue(column, { unwrapFormulas, cleared }));
  return (cells) => positions.map((position, at) => changes[at]?.(cells[position] ?? '') ?? '');
}

/** Finds the old and new values of an update. */
export function changeFinder(plan: AcceptedPlan): (before: ValuesBefore, cells: readonly string[]) => ChangedValue[] {
  const { columns } = bulkJob(plan, 0);
  return (before, cells) =>
    columns.flatMap(({ code, label }, column) => {
      const old = before[code];
      const cell = cells[column] ?? '';
      return old === undefined ? [] : [{ code, label, before: old, after: cell === CLEARED ? '' : cell }];
    });
}

/** Adds the column to the problems that the customers' context reports. */
export function problemPlacer({ layout }: AcceptedPlan): (problem: CustomerProblem) => Problem {
  const columns = new Map(layout.columns.map(({ code, position }) => [code, position + 1]));
  if (layout.customerIdColumn !== undefined) columns.set(CUSTOMER_ID_CODE, layout.customerIdColumn + 1);
  return (problem) => ({
    ...problem,
    column: problem.fieldCode === undefined ? undefined : columns.get(problem.fieldCode),
  });
}

export const unreadableProblem = ({ code, reason, column }: Unreadable): Problem => ({
  code,
  reason,
  column: column === undefined ? undefined : column + 1,
});

export const DUPLICATE: Problem = {
  code: DUPLICATE_CODE,
  reason:
    'The Customer ID occurs earlier in the file; only its first record is imported. Importing this record would overwrite the first one.',
};
