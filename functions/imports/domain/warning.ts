import * as z from 'zod';
import { type CodeCounts, countCodes, sumCodes } from './code-counts.ts';
import type { ChunkResult } from './records/chunk-result.ts';
import { problemLine } from './records/problem-line.ts';

/**
 * A warning about the file as a whole, not about one record. It becomes a line of `warnings.csv`, a line of the log and
 * part of the import's count of warnings.
 *
 * How to warn:
 * - Of a record, while its chunk is processed: `report.warn(record, customerId, [{ code, reason, column }])` of `ChunkReport`.
 * - Of the file, known from its beginning: add to `warnings` of the plan (`plan-import.ts`).
 * - Of the file, known after the sort: add to `warnings` of the route (`choose-route.ts`).
 * Nothing else is needed: counts, `warnings.csv`, the log, the API and the terminal follow from these three places.
 */
export const ImportWarningSchema = z.strictObject({
  /** Stable, `subject.what-is-wrong`. */
  code: z.string(),
  /** One sentence, without personal data except a quoted cell. */
  reason: z.string(),
  /** Physical line of the file, counted from 1, if one line is the cause. */
  line: z.int().min(1).optional(),
  /** Counted from 1. */
  column: z.int().min(1).optional(),
  fieldCode: z.string().optional(),
  value: z.string().optional(),
});
export type ImportWarning = z.infer<typeof ImportWarningSchema>;

/** The lines of `warnings.csv` that belong to no record. */
export const fileWarningLines = (warnings: readonly ImportWarning[], fileName: string): string =>
  warnings.map((warning) => problemLine({ line: warning.line }, '', warning, fileName)).join('');

type Results = ReadonlyArray<Pick<ChunkResult, 'warningCodes' | 'failureCodes'>>;

/** The number of lines of each code in `warnings.csv`; undefined without warnings. @param results of every stage */
export const countWarnings = (warnings: readonly ImportWarning[], results: Results): CodeCounts | undefined =>
  sumCodes([countCodes(warnings), ...results.map(({ warningCodes }) => warningCodes)]);

/** The number of lines of each code in `failures.csv`; undefined without failures. @param results of every stage */
export const countFailures = (results: Results): CodeCounts | undefined =>
  sumCodes(results.map(({ failureCodes }) => failureCodes));
