import { type UploadedPart, UploadGone } from '../../../shared/domain/object-store.ts';
import { readResult } from '../../../shared/use-cases/work-objects.ts';
import type { OutputFile } from '../../domain/output/output-files.ts';
import type { ImportContext } from '../work/import-context.ts';
import { PartResultSchema } from './assemble-part.ts';
import { type PlannedFiles, readFiles } from './plan-files.ts';

/** Completes the multipart uploads of the output files; does nothing for a file that is complete. */
export async function completeFiles(context: ImportContext): Promise<void> {
  const planned = await readFiles(context);
  let chunk = 0;
  for (const file of planned.files) {
    if (file.uploadId !== undefined) await completeFile(context, planned, file, chunk);
    chunk += file.parts.length;
  }
}

async function completeFile(
  { store, keys }: ImportContext,
  { generation }: PlannedFiles,
  { key, uploadId = '', bytes, parts }: OutputFile,
  firstChunk: number,
): Promise<void> {
  const uploaded: UploadedPart[] = [];
  for (const part of parts.keys()) {
    const { etag } = await readResult(store, keys.work(`assemble-${generation}`, firstChunk + part), PartResultSchema);
    uploaded.push({ partNumber: part + 1, etag });
  }
  try {
    await store.completeUpload(key, uploadId, uploaded);
  } catch (error) {
    // Completed by an earlier call, whose answer was lost. The size is compared too, since a cancelled attempt leaves a
    // log under the same key.
    if (!(error instanceof UploadGone) || (await store.head(key))?.size !== bytes) throw error;
  }
}
