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
 * Creates an import and sends its file, or continues an upload of an earlier run of the same command: the same key
 * returns the same import, with the rest that is still to be sent.
 * @returns the import id
 * @throws CliError
 */
export async function uploadFile(job: UploadJob, delivery: Delivery): Promise<string> {
  try {
    const earlier = await job.record.key();
    const importId =
      (earlier && (await bring(job, delivery, earlier))) ?? (await bring(job, delivery, await job.record.newKey()));
    if (importId === undefined)
      throw new CliError(
        'import.cancelled',
        'The import was cancelled before its file had arrived. Run the command again.',
      );
    await job.record.forget();
    return importId;
  } catch (error) {
    if (error instanceof CliError && error.code === 'file.changed') await job.record.forget();
    throw uploadFailure(error);
  }
}

/** Undefined if the import was cancelled meanwhile: it accepts no file any more. */
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
