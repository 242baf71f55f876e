import * as z from 'zod';
import type { ApiClient } from './client.ts';

const PreviewSchema = z.looseObject({
  encoding: z.string(),
  compression: z.string(),
  delimiter: z.string(),
  header: z.boolean(),
  lineEnd: z.string(),
  customerIdFound: z.boolean(),
  columns: z.array(
    z.looseObject({
      position: z.number(),
      name: z.string().nullish(),
      field: z.string().nullable(),
      label: z.string().nullish(),
      reason: z.string().nullish(),
      confidence: z.number().nullish(),
      samples: z.array(z.string()).default([]),
    }),
  ),
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
