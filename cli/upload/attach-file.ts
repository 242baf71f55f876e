import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../api/client.ts';
import { type CustomerAddress, completeUpload, type Document, startUpload } from '../api/documents.ts';
import { retrying } from '../retry.ts';
import type { LocalFile } from './local-file.ts';
import { mayBeTakenLater, putBytes, StoreRejection, uploadFailure } from './put-bytes.ts';

const PATIENCE = { attempts: 4, sleep: (milliseconds: number) => sleep(milliseconds) };
/** The store has this file already: an attempt whose answer was lost has stored it. */
const THERE_ALREADY = 412;

/** SHA-256 in Base64, without holding the file in memory. */
async function sha256Of({ path }: LocalFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('base64');
}

/**
 * Attaches a file to a customer. The API and the store compare it with its checksum.
 * @param documentId of the document that gets a new version
 * @throws CliError
 */
export async function attachFile(
  api: ApiClient,
  customer: CustomerAddress,
  file: LocalFile,
  { documentId, signal }: { readonly documentId: string | undefined; readonly signal: AbortSignal },
): Promise<Document> {
  const { name, bytes } = file;
  const { uploadId, upload } = await startUpload(api, customer, {
    ...{ name, bytes, sha256: await sha256Of(file) },
    ...(documentId !== undefined && { documentId }),
  });
  try {
    await retrying(
      PATIENCE,
      (error) => !signal.aborted && mayBeTakenLater(error),
      () => putBytes(upload, file, { start: 0, bytes }, { signal, onBytes: () => undefined }),
    );
  } catch (error) {
    if (!(error instanceof StoreRejection && error.status === THERE_ALREADY)) throw uploadFailure(error);
  }
  return completeUpload(api, customer, uploadId);
}
