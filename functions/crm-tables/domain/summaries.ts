import * as z from 'zod';
import { TablePrefixSchema } from '../../shared/domain/crm-table-names.ts';

export const TableSummarySchema = z
  .strictObject({
    prefix: z.string(),
    /** The name in the draft. */
    name: z.string(),
    publishedVersion: z.int().min(1).nullable(),
    deletingBy: z.string().optional().meta({
      description: 'The job that deletes the CRM table; absent as a rule. All other requests answer 404 for the table.',
    }),
  })
  .meta({ id: 'CrmTableSummary' });
export type TableSummary = z.infer<typeof TableSummarySchema>;

export const PrefixStateSchema = z
  .strictObject({
    prefix: TablePrefixSchema,
    isTaken: z.boolean().meta({ description: 'Whether a CRM table of any account has the prefix.' }),
  })
  .meta({ id: 'CrmTablePrefix' });

export const VersionSummarySchema = z
  .strictObject({ version: z.int().min(1), name: z.string(), publishedAt: z.iso.datetime() })
  .meta({ id: 'VersionSummary' });
export type VersionSummary = z.infer<typeof VersionSummarySchema>;
