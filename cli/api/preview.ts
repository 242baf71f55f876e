import * as z from 'zod';
import type { ApiClient } from './client.ts';
import { MappingSchema } from './definitions.ts';

const RejectionSchema = z.looseObject({ code: z.string(), reason: z.string() });
const ColumnSchema = z.looseObject({ position: z.number(), name: z.string().nullish() });

const PreviewSchema = z.looseObject({
  // Absent where nothing of the file can be read.
  encoding: z.string().optional(),
  compression: z.string().optional(),
  delimiter: z.string().optional(),
  header: z.boolean().optional(),
  lineEnd: z.string().optional(),
  customerIdFound: z.boolean(),
  /** Why the import is rejected as it was requested, and why with the proposed mapping. */
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
  /** What stands above the header row, and is not imported. */
  skipped: z.array(z.looseObject({ line: z.number(), text: z.string() })).default([]),
  rows: z.array(z.array(z.string())),
  warnings: z.array(z.looseObject({ code: z.string(), detail: z.string() })).default([]),
  estimate: z.looseObject({ rows: z.number(), minutes: z.number(), dollars: z.number() }).nullish(),
});
export type Preview = z.infer<typeof PreviewSchema>;

/** What a file is taken for, before anything is imported. The file is one in the bucket, or the beginning of one here. */
export interface PreviewRequest {
  readonly prefix: string;
  readonly definition?: string;
  readonly options?: object;
  readonly mapping?: readonly object[];
  readonly key?: string;
  /** Base64. */
  readonly head?: string;
  /** Of the whole file. */
  readonly bytes?: number;
}

export async function preview(api: ApiClient, body: PreviewRequest): Promise<Preview> {
  return (await api.send({ method: 'POST', path: '/imports/preview', body, answer: PreviewSchema })).body;
}
