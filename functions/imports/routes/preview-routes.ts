import * as z from 'zod';
import { CUSTOMER_ID_CODE, onCrmTable } from '../../crm-tables/index.ts';
import { MappingSchema, OptionChoicesSchema } from '../../definitions/index.ts';
import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import { NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { CostEstimateSchema } from '../domain/cost/cost.ts';
import { FileFormatSchema } from '../domain/layout/file-format.ts';
import { IgnoredColumnsSchema } from '../domain/layout/ignored-columns.ts';
import { SkippedSchema } from '../domain/layout/opening.ts';
import { RejectionSchema } from '../domain/plan.ts';
import { REASONS } from '../domain/preview/preview.ts';
import { UnknownValueSchema } from '../domain/preview/unknown-values.ts';
import { type ImportPreview, type PreviewPorts, previewImport } from '../use-cases/preview/preview-import.ts';
import {
  fileOf,
  namesOneFile,
  ONE_FILE,
  PositionSchema,
  PreviewWarningSchema,
  previewedFile,
} from './preview-schemas.ts';

const PreviewRequestSchema = z
  .strictObject({
    prefix: PrefixParameterSchema.meta({ description: 'The CRM table to import into.' }),
    definition: z.string().min(1).max(200).optional().meta({ description: 'Id or name of a saved definition.' }),
    options: OptionChoicesSchema.default({}),
    mapping: MappingSchema.optional(),
    ...previewedFile,
    estimate: z
      .boolean()
      .default(false)
      .meta({ description: 'Whether to estimate the import from `head`. A file in the bucket is always estimated.' }),
  })
  .refine(namesOneFile, ONE_FILE)
  .meta({ id: 'PreviewRequest' });

const ImportedColumnSchema = IgnoredColumnsSchema.element
  .extend({ field: z.string(), label: z.string() })
  .meta({ id: 'ImportedColumn' });

const PreviewSchema = FileFormatSchema.partial()
  .extend({
    customerIdFound: z.boolean(),
    customerIdColumn: PositionSchema.optional(),
    asItStands: z
      .strictObject({ imported: z.array(ImportedColumnSchema), ignored: IgnoredColumnsSchema })
      .meta({ id: 'ColumnsWithoutProposal' })
      .optional()
      .meta({
        description:
          'What the import does with the columns if it is started as it is requested here, without the mapping of this answer; absent where it would be rejected.',
      }),
    columns: z.array(
      z
        .strictObject({
          position: PositionSchema,
          name: z.string().optional().meta({ description: 'The cell of the header row.' }),
          field: z.string().nullable().meta({ description: 'What it feeds; null when it is not imported.' }),
          label: z.string().optional(),
          reason: z.enum(REASONS),
          confidence: z.number().min(0).max(1),
          samples: z.array(z.string()),
          unknownValues: z.array(UnknownValueSchema).optional(),
        })
        .meta({ id: 'PreviewColumn' }),
    ),
    skipped: z.array(SkippedSchema).meta({
      description: 'Lines and records above the header row, or above the first record, that are not imported.',
    }),
    rows: z.array(z.array(z.string())).meta({ description: 'The first ten records.' }),
    warnings: z.array(PreviewWarningSchema),
    mapping: MappingSchema.meta({ description: 'What the columns say; may be sent with the import as it is.' }),
    rejection: RejectionSchema.optional().meta({
      description: 'Why the import would be rejected as requested.',
    }),
    rejectionWithMapping: RejectionSchema.optional().meta({
      description: 'Why it would be rejected even with the mapping of this answer.',
    }),
    estimate: CostEstimateSchema.optional(),
  })
  .meta({ id: 'Preview' });

function previewBody({ fileFormat, ...shown }: ImportPreview): z.input<typeof PreviewSchema> {
  const customerId = shown.columns.find(({ field }) => field === CUSTOMER_ID_CODE);
  return {
    ...fileFormat,
    customerIdFound: customerId !== undefined,
    ...(customerId && { customerIdColumn: customerId.position }),
    ...shown,
    columns: shown.columns.map((column) => ({ ...column, samples: [...column.samples] })),
    skipped: [...shown.skipped],
    rows: shown.rows.map((row) => [...row]),
    warnings: [...shown.warnings],
  };
}

const define = routesOf<PreviewPorts>();

export const previewRoutes: readonly Route<PreviewPorts>[] = [
  define({
    method: 'POST',
    path: '/imports/preview',
    operationId: 'previewImport',
    tag: 'Imports',
    summary: 'Show what an import would make of a file: how it is read, what its columns feed, what is doubtful.',
    access: onCrmTable('customers.import', 'body'),
    request: { params: NOTHING, query: NOTHING, body: PreviewRequestSchema },
    idempotency: 'none',
    isCostly: true,
    response: { status: 200, description: 'What the beginning of the file says.', body: PreviewSchema },
    problems: [404, 409],
    handle: async (services, { body }) => {
      const { key, head, bytes, ...requested } = body;
      const file = fileOf({ key, head, bytes });
      return { status: 200, body: previewBody(await previewImport(services, { ...requested, file })) };
    },
  }),
];
