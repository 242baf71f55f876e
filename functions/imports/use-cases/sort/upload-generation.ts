import * as z from 'zod';
import type { SortJob } from '../../domain/sort/job.ts';
import { expectResult, keepResult, storedResult } from './stored-result.ts';

const UploadSchema = z.strictObject({ uploadId: z.string().min(1) });

/**
 * The newest upload of the sorted file, if it can still be used: it is open, or it has become the file. Otherwise
 * (aborted by the bucket's lifecycle, say) a new one is opened, and its number is the next one.
 */
export async function openGeneration(job: SortJob): Promise<number> {
  const { store, keys } = job;
  for (let generation = 0; ; generation += 1) {
    const key = keys.work('upload', generation);
    const upload = await storedResult(store, key, UploadSchema);
    if (!upload) {
      await keepResult(store, key, UploadSchema, { uploadId: await store.openUpload(keys.sorted) });
      return generation;
    }
    if (await store.isUploadOpen(keys.sorted, upload.uploadId)) return generation;
    if (await store.head(keys.sorted)) return generation;
  }
}

/** The upload of a generation. @throws Error when it has not been opened. */
export async function uploadIdOf({ store, keys }: SortJob, generation: number): Promise<string> {
  return (await expectResult(store, keys.work('upload', generation), UploadSchema)).uploadId;
}
