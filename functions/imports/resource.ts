import * as z from 'zod';
import { pageSchema } from '../shared/http/pagination.ts';
import { type Import, ImportSchema } from './domain/import.ts';
import { FileFormatSchema } from './domain/layout/file-format.ts';
import { commonFailure } from './domain/output/common-failure.ts';
import { AcceptedPlanSchema } from './domain/plan.ts';
import { WAIT_REASONS } from './use-cases/lifecycle/describe-wait.ts';
import type { ImportView } from './use-cases/lifecycle/read-import.ts';

/** An import as the API returns it. Its fence is internal. */
export const ImportSummarySchema = ImportSchema.omit({
  fence: true,
  progress: true,
  announced: true,
  beforeSplitAt: true,
})
  .extend({
    commonFailure: z.string().optional().meta({
      description: 'What to do about a file nearly all records of which fail for one and the same reason.',
    }),
  })
  .meta({ id: 'ImportSummary' });

export const ImportPageSchema = pageSchema(ImportSummarySchema);

const count = z.int().min(0);

/** One import as the routes of imports return it. */
export const ImportResourceSchema = ImportSummarySchema.extend({
  progress: z
    .array(
      z
        .strictObject({
          stage: z.string(),
          chunks: count,
          chunksDone: count,
          records: count.optional(),
          recordsDone: count.optional(),
          recordsPerSecond: count.optional(),
          secondsLeft: count.optional(),
        })
        .meta({ id: 'StageProgress' }),
    )
    .optional()
    .meta({
      description:
        'While the import runs: how far the stages have come that were started last, in their order. The stage that runs now is the first whose chunks are not all done.',
    }),
  waiting: z
    .strictObject({
      position: z.int().min(0).meta({ description: 'Its place in the queue of its CRM table; 1 is the next to run.' }),
      reason: z.enum(WAIT_REASONS).meta({
        description:
          '`import-running`: another import runs on the table. `table-draining`: another import has broken off, and its workers may write until `until`. `starting`: the table is free.',
      }),
      importId: z.string().optional().meta({ description: 'That other import.' }),
      until: z.iso.datetime().optional(),
    })
    .meta({ id: 'Wait' })
    .optional()
    .meta({ description: 'Why a queued import does not run yet.' }),
  fileFormat: FileFormatSchema.optional().meta({ description: 'How the file is read, once the import is planned.' }),
  options: AcceptedPlanSchema.shape.options
    .optional()
    .meta({ description: 'The options by which it goes, those of its definition and defaults included.' }),
  definition: AcceptedPlanSchema.shape.definition.meta({ description: 'The saved definition that it goes by.' }),
  files: z
    .array(
      z
        .strictObject({
          name: z.string(),
          bucket: z.string(),
          key: z.string(),
          bytes: count,
          caution: z.string().optional().meta({
            description: 'What to know before the file is imported again: records in it would overwrite others.',
          }),
          url: z.url().meta({ description: 'Fetch it here, without a token, until it expires.' }),
          expiresAt: z.iso.datetime(),
        })
        .meta({ id: 'ImportFile' }),
    )
    .meta({ description: 'What the import has left in the bucket so far.' }),
}).meta({ id: 'Import' });

export const ImportPathSchema = z.strictObject({
  importId: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The id of an import.', example: '20261122T110225Z-9f86d081884c' }),
});

/** The position of an import in a list: a time and an import id. */
export const IMPORT_POSITION = /^[\d:.TZ-]{20,30}#[\w-]{1,100}$/;

export function importSummary({
  fence,
  progress,
  announced,
  beforeSplitAt,
  ...shown
}: Import): z.infer<typeof ImportSummarySchema> {
  const common = commonFailure(shown.counts, shown.failureCodes);
  return { ...shown, ...(common !== undefined && { commonFailure: common }) };
}

export const importResource = ({ record, ...rest }: ImportView) => ({ ...importSummary(record), ...rest });
