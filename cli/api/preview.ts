import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { MappingSchema } from './definitions.ts';

const RejectionSchema = z.looseObject({ code: z.string(), reason: z.string() });
const ColumnSchema = z.looseObject({ position: z.number(), name: z.string().nullish() });

/** A value of a file that a warning is about. */
export const ValueExampleSchema = z.looseObject({ line: z.number(), value: z.string() });

const PreviewSchema = z.looseObject({
  // Absent if no record of the file can be read.
  encoding: z.string().optional(),
  compression: z.string().optional(),
  delimiter: z.string().optional(),
  header: z.boolean().optional(),
  lineEnd: z.string().optional(),
  customerIdFound: z.boolean(),
  /** The rejection of the import as requested, and of the import with the proposed mapping. */
  rejection: RejectionSchema.optional(),
  rejectionWithMapping: RejectionSchema.optional(),
  asItStands: z
    .looseObject({ imported: z.array(ColumnSchema.extend({ field: z.string() })), ignored: z.array(ColumnSchema) })
    .optional(),
  mapping: MappingSchema.default([]),
  columns: z.array(
    ColumnSchema.extend({
      field: z.string().nullable(),
      label: z.string().nullish(),
      reason: z.string().nullish(),
      confidence: z.number().nullish(),
      samples: z.array(z.string()).default([]),
    }),
  ),
  /** Lines above the header row, which are not imported. */
  skipped: z.array(z.looseObject({ line: z.number(), text: z.string() })).default([]),
  rows: z.array(z.array(z.string())),
  warnings: z
    .array(z.looseObject({ code: z.string(), detail: z.string(), examples: z.array(ValueExampleSchema).optional() }))
    .default([]),
  estimate: z.looseObject({ rows: z.number(), minutes: z.number(), dollars: z.number() }).nullish(),
});
export type Preview = z.infer<typeof PreviewSchema>;

/** A request to inspect a file without importing it: a file of the bucket, or the beginning of a local one. */
export interface PreviewRequest {
  readonly prefix: string;
  readonly definition?: string;
  readonly options?: object;
  readonly mapping?: readonly object[];
  readonly key?: string;
  /** Base64. */
  readonly head?: string;
  /** Size of the whole file. */
  readonly bytes?: number;
}

export async function preview(api: ApiClient, body: PreviewRequest): Promise<Preview> {
  return (await api.send({ method: 'POST', path: '/imports/preview', body, answer: PreviewSchema })).body;
}
