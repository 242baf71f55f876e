import * as z from 'zod';
import type { ApiClient } from './client.ts';

// The parts of the API's answers that the terminal reads. Other members are passed through, so that `--json` shows
// them.

const count = z.number().min(0);

const CountsSchema = z.looseObject({
  updated: count,
  inserted: count,
  ignored: count,
  failed: count,
  total: count,
  unprocessed: count.optional(),
});
export type Counts = z.infer<typeof CountsSchema>;

const EstimateSchema = z.looseObject({ rows: count, minutes: count, dollars: count });
export type Estimate = z.infer<typeof EstimateSchema>;

const StageProgressSchema = z.looseObject({
  stage: z.string(),
  chunks: count,
  chunksDone: count,
  records: count.optional(),
  recordsDone: count.optional(),
  recordsPerSecond: count.optional(),
  secondsLeft: count.optional(),
});

const FileSchema = z.looseObject({
  name: z.string(),
  bucket: z.string(),
  key: z.string(),
  bytes: count,
  /** A warning to read before the file is imported. */
  caution: z.string().optional(),
  /** Works without a token for some minutes. */
  url: z.string().optional(),
});
export type ResultFile = z.infer<typeof FileSchema>;

const WaitingSchema = z.looseObject({
  position: count,
  reason: z.string(),
  importId: z.string().optional(),
  until: z.string().optional(),
});

export const ImportSummarySchema = z.looseObject({
  importId: z.string(),
  prefix: z.string(),
  fileName: z.string(),
  status: z.string(),
  createdAt: z.string(),
  endedAt: z.string().optional(),
  rejection: z.looseObject({ code: z.string(), reason: z.string() }).optional(),
  counts: CountsSchema.optional(),
  ignoredColumns: z.array(z.looseObject({ position: count, name: z.string().optional() })).optional(),
  /** Advice for an import of which nearly all records fail for the same reason. */
  commonFailure: z.string().optional(),
  warnings: count.optional(),
  warningCodes: z.record(z.string(), count).optional(),
  estimate: EstimateSchema.optional(),
  metered: z.looseObject({ dollars: count }).optional(),
  resumedOver: z.string().optional(),
  corrects: z.string().optional(),
});
export type ImportSummary = z.infer<typeof ImportSummarySchema>;

export const ImportSchema = ImportSummarySchema.extend({
  progress: z.array(StageProgressSchema).optional(),
  waiting: WaitingSchema.optional(),
  files: z.array(FileSchema).default([]),
  /** The merged options; absent before the import is planned. */
  options: z.looseObject({ dryRun: z.boolean() }).optional(),
  definition: z.looseObject({ name: z.string() }).optional(),
});
export type Import = z.infer<typeof ImportSchema>;

const importPath = (importId: string, rest = ''): string => `/imports/${encodeURIComponent(importId)}${rest}`;

export async function readImport(api: ApiClient, importId: string): Promise<Import> {
  const { body } = await api.send({ method: 'GET', path: importPath(importId), answer: ImportSchema });
  return body;
}

/** Sends an action on an import, for example its cancellation. @returns the import after it */
export async function sendImportAction(
  api: ApiClient,
  importId: string,
  verb: 'cancel' | 'resume' | 'confirm',
  body?: object,
): Promise<Import> {
  const path = importPath(importId, `/${verb}`);
  const answer = await api.send({ method: 'POST', path, ...(body && { body }), answer: ImportSchema });
  return answer.body;
}

const HeadersSchema = z.record(z.string(), z.string()).default({});

/** An address to upload bytes to. It works without a token for some minutes. */
const PresignedSchema = z.object({ url: z.string(), headers: HeadersSchema });
export type Presigned = z.infer<typeof PresignedSchema>;

const UploadSchema = z.discriminatedUnion('kind', [
  PresignedSchema.extend({ kind: z.literal('single') }),
  z.object({ kind: z.literal('multipart'), partBytes: z.int().min(1), partCount: z.int().min(1) }),
]);

/** Without `upload` the file has already arrived. */
const StartedSchema = ImportSchema.extend({ upload: UploadSchema.optional() });

export interface NewImport {
  readonly prefix: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly definition?: string;
  readonly options?: object;
  readonly mapping?: readonly object[];
  readonly corrects?: string;
  readonly confirmedDollars?: number;
}

/** Announces a file. The same key returns the same import in its current state. */
export async function startImport(
  api: ApiClient,
  body: NewImport,
  idempotencyKey: string,
): Promise<z.infer<typeof StartedSchema>> {
  const answer = await api.send({ method: 'POST', path: '/imports', body, idempotencyKey, answer: StartedSchema });
  return answer.body;
}

const ArrivedSchema = z.object({
  items: z.array(z.object({ partNumber: z.int(), bytes: count, etag: z.string() })),
});

/** The parts of an upload that have arrived. */
export async function arrivedParts(api: ApiClient, importId: string): Promise<z.infer<typeof ArrivedSchema>['items']> {
  const { body } = await api.send({ method: 'GET', path: importPath(importId, '/parts'), answer: ArrivedSchema });
  return body.items;
}

const PartAddressesSchema = z.object({ items: z.tuple([PresignedSchema], PresignedSchema) });

/** An upload address for one part. */
export async function partAddress(api: ApiClient, importId: string, partNumber: number): Promise<Presigned> {
  const { body } = await api.send({
    method: 'POST',
    path: importPath(importId, '/parts'),
    body: { partNumbers: [partNumber] },
    answer: PartAddressesSchema,
  });
  return body.items[0];
}

export interface SentPart {
  readonly partNumber: number;
  readonly etag: string;
}

export async function completeUpload(api: ApiClient, importId: string, parts: readonly SentPart[]): Promise<void> {
  const body = { parts };
  await api.send({ method: 'POST', path: importPath(importId, '/complete'), body, answer: ImportSchema });
}
