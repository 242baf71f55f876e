import * as z from 'zod';
import { findResult, readOrMake, readResult } from '../../../shared/use-cases/work-objects.ts';
import type { SortJob } from './sort-job.ts';

const UploadSchema = z.strictObject({ uploadId: z.string().min(1) });

/**
 * The newest upload of the sorted file, if it is open or complete. Otherwise (aborted by the bucket's lifecycle, say)
 * opens a new one with the next number.
 */
export async function openGeneration(job: SortJob): Promise<number> {
  const { store, keys } = job;
  const newest = await newestUpload(job);
  if (newest) {
    if (await store.isUploadOpen(keys.sorted, newest.uploadId)) return newest.generation;
    if (await store.head(keys.sorted)) return newest.generation;
  }
  const generation = newest ? newest.generation + 1 : 0;
  await readOrMake(store, keys.work('upload', generation), UploadSchema, async () => ({
    uploadId: await store.openUpload(keys.sorted),
  }));
  return generation;
}

async function newestUpload({
  store,
  keys,
}: SortJob): Promise<{ readonly generation: number; readonly uploadId: string } | undefined> {
  let newest: { readonly generation: number; readonly uploadId: string } | undefined;
  for (let generation = 0; ; generation += 1) {
    const upload = await findResult(store, keys.work('upload', generation), UploadSchema);
    if (!upload) return newest;
    newest = { generation, uploadId: upload.uploadId };
  }
}

/** The upload of a generation. @throws Error when it has not been opened. */
export async function uploadIdOf({ store, keys }: SortJob, generation: number): Promise<string> {
  return (await readResult(store, keys.work('upload', generation), UploadSchema)).uploadId;
}
