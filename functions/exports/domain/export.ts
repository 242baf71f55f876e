import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ConditionsSchema } from '../../filters/index.ts';
import { ExportOptionsSchema } from './export-options.ts';

export const EXPORT_ID = /^([A-Z0-9]{1,6})-[0-9a-f]{28}$/;

/** The CRM table of an export, from its id; undefined for another text. */
export const tableOfExport = (exportId: string): string | undefined => EXPORT_ID.exec(exportId)?.[1];

const TIME_DIGITS = 12;
const HASH_DIGITS = 16;

/** The id of the export of a run of a schedule: a repetition of the run has the same one. It begins with the time, as others. */
export function exportIdOfRun(prefix: string, scheduleId: string, scheduledAt: string): string {
  const time = Date.parse(scheduledAt).toString(16).padStart(TIME_DIGITS, '0');
  const hash = createHash('sha256').update(`${scheduleId} ${scheduledAt}`).digest('hex').slice(0, HASH_DIGITS);
  return `${prefix}-${time}${hash}`;
}

/** The counts of a completed export. */
export const ExportCountsSchema = z
  .strictObject({
    rows: z.int().min(0).meta({ description: 'Lines without the headings.' }),
    bytes: z.int().min(0),
    unrepresentable: z.int().min(0).meta({
      description:
        'Cells with characters that the encoding lacks: a question mark stands for each, and a file lists them.',
    }),
  })
  .meta({ id: 'ExportCounts' });

const STATUSES = ['running', 'completed', 'failed', 'cancelled'] as const;

/** One run of an export. */
export const ExportSchema = z.strictObject({
  exportId: z.string(),
  prefix: z.string(),
  accountPrefix: z.string(),
  fileName: z.string(),
  /** With the fields that are written, whatever the request gave. */
  options: ExportOptionsSchema,
  /** The published version of the CRM table by which it reads. */
  tableVersion: z.int().min(1),
  /** Those of the filter at the start. */
  conditions: ConditionsSchema.optional(),
  /** The time behind `since`. */
  changedSince: z.iso.datetime().optional(),
  exportDefinitionId: z.string().optional(),
  requestedBy: z.string(),
  /** The schedule whose run it is. */
  scheduleId: z.string().optional(),
  status: z.enum(STATUSES).meta({ id: 'ExportStatus', description: 'How far an export is.' }),
  /** Raised by each resumption; the name of the execution is `<exportId>-<attempt>`. */
  attempt: z.int().min(1),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  cancelRequestedAt: z.iso.datetime().optional(),
  reason: z.string().optional(),
  counts: ExportCountsSchema.optional(),
});
export type Export = z.infer<typeof ExportSchema>;

export const executionName = ({ exportId, attempt }: Pick<Export, 'exportId' | 'attempt'>): string =>
  `${exportId}-${attempt}`;

/** The input of the workflow and of each of its steps. */
export const ExportInputSchema = z.object({
  exportId: z.string().regex(EXPORT_ID),
  prefix: z.string().min(1),
  attempt: z.int().min(1),
});
export type ExportInput = z.infer<typeof ExportInputSchema>;
