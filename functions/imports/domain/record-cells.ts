import { CUSTOMER_ID_CODE, type Field } from '../../crm-tables/index.ts';
import type { BulkJob, Problem as CustomerProblem } from '../../customers/index.ts';
import type { Unreadable } from './csv/record.ts';
import type { RecordFormat } from './csv/record-format.ts';
import type { Problem } from './failure.ts';
import type { AcceptedPlan } from './plan.ts';

/** What the customers' side needs to know of an import. */
export function bulkJob(plan: AcceptedPlan): BulkJob {
  const fields = new Map<string, Field>(plan.table.fields.map((field) => [field.code, field]));
  return {
    table: plan.table,
    importId: plan.importId,
    startedAt: plan.startedAt,
    columns: plan.layout.columns.flatMap(({ code }) => fields.get(code) ?? []),
    blank: plan.options.blank,
    generatedIds: plan.layout.customerIdColumn === undefined,
  };
}

/** How the records of the import's file are read. */
export function recordFormat({ layout }: AcceptedPlan): RecordFormat {
  return {
    delimiter: layout.delimiter.charCodeAt(0),
    fieldCount: layout.fieldCount,
    ...(layout.customerIdColumn !== undefined && { customerIdColumn: layout.customerIdColumn }),
    hasHeader: layout.hasHeader,
    hasBom: layout.hasBom,
    lineEnd: layout.lineEnd,
  };
}

/** Picks a record's mapped cells, in the order of the job's columns. */
export function cellPicker({ layout }: AcceptedPlan): (cells: readonly string[]) => string[] {
  const positions = layout.columns.map(({ position }) => position);
  return (cells) => positions.map((position) => cells[position] ?? '');
}

/** Adds the column to what the customers' side found wrong. */
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
  code: 'customer-id.duplicate',
  reason: 'The Customer ID occurs earlier in the file; only its first record is imported.',
};
