import { type NewImport, startImport } from '../api/imports.ts';
import { CliError } from '../errors.ts';
import type { LocalFile } from './local-file.ts';
import { uploadFailure } from './put-bytes.ts';
import { type Delivery, sendParts } from './send-parts.ts';
import { sendWhole } from './send-whole.ts';
import type { UploadRecord } from './upload-record.ts';

export interface UploadJob {
  readonly file: LocalFile;
  readonly requested: NewImport;
  readonly record: UploadRecord;
}

/**
 * Makes an import and brings its file there, or goes on with what an earlier run of the same command has begun: the same
 * key finds the same import, and says what is still to be sent. Answers the import's id. @throws CliError
 */
export async function uploadFile(job: UploadJob, delivery: Delivery): Promise<string> {
  try {
    const earlier = await job.record.key();
    const importId =
      (earlier && (await bring(job, delivery, earlier))) ?? (await bring(job, delivery, await job.record.newKey()));
    if (importId === undefined)
      throw new CliError('import.cancelled', 'The import was cancelled before its file had arrived. Start it again.');
    await job.record.forget();
    return importId;
  } catch (error) {
    if (error instanceof CliError && error.code === 'file.changed') await job.record.forget();
    throw uploadFailure(error);
  }
}

/** Undefined when the import has been cancelled meanwhile: nothing can be brought to it any more. */
async function bring(
  { file, requested }: UploadJob,
  delivery: Delivery,
  idempotencyKey: string,
): Promise<string | undefined> {
  const { importId, status, upload } = await startImport(delivery.api, requested, idempotencyKey);
  if (status === 'cancelled') return undefined;
  if (upload?.kind === 'single') await sendWhole(delivery, upload, file);
  if (upload?.kind === 'multipart') await sendParts(delivery, importId, file, upload);
  return importId;
}
