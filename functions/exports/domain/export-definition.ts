import * as z from 'zod';
import { uniqueName } from '../../shared/domain/text.ts';
import { ExportOptionsSchema } from './export-options.ts';

const LONGEST_NAME = 100;

/** How customers of a CRM table are exported, stored under a name. */
export const ExportDefinitionSchema = z
  .strictObject({
    prefix: z.string(),
    exportDefinitionId: z.string(),
    /** Unique within its CRM table, regardless of case. */
    name: uniqueName(LONGEST_NAME),
    options: ExportOptionsSchema,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'ExportDefinition' });
export type ExportDefinition = z.infer<typeof ExportDefinitionSchema>;

export type ExportDefinitionPath = Pick<ExportDefinition, 'prefix' | 'exportDefinitionId'>;

export const exportDefinitionPath = ({ prefix, exportDefinitionId }: ExportDefinition): ExportDefinitionPath => ({
  prefix,
  exportDefinitionId,
});

export const ExportDefinitionInputSchema = ExportDefinitionSchema.pick({ name: true, options: true }).meta({
  id: 'ExportDefinitionInput',
});
export type ExportDefinitionInput = z.infer<typeof ExportDefinitionInputSchema>;
