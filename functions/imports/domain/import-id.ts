import { createHash } from 'node:crypto';
import { idOfKey } from '../../shared/domain/ids.ts';

/** One version of an object: identifies an upload, however often S3 announces it. */
export interface SourceVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

const HASH_CHARACTERS = 12;

export function hashOf({ bucket, key, versionId }: SourceVersion): string {
  return createHash('sha256')
    .update(JSON.stringify([bucket, key, versionId]))
    .digest('hex');
}

/**
 * The id of an import: the arrival time of its file and a hash of its source. Ids sort by time:
 * `20261122T110225Z-9f86d081884c`. Two announcements of one upload may have different times: the id of the first is
 * kept (`ImportRepository.nameUpload`).
 */
export function importIdOf(source: SourceVersion, arrivedAt: Date): string {
  return timed(arrivedAt, hashOf(source));
}

/** The id of an import that the API creates before its file arrives. `nonce` is unique. */
export const announcedImportId = (nonce: string, announcedAt: Date): string =>
  importIdOf({ bucket: '', key: nonce, versionId: '' }, announcedAt);

/** The id of the import for a user's Idempotency-Key: a repetition gets the same id. */
export const keyedImportId = (user: string, idempotencyKey: string): string => `api-${idOfKey(user, idempotencyKey)}`;

/** The id of the import of one scheduled run: a repeated firing gets the same id. */
export function scheduledImportId(scheduleId: string, scheduledAt: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([scheduleId, scheduledAt]))
    .digest('hex');
  return timed(new Date(scheduledAt), hash);
}

/** The id of the import of one file by a schedule of all new files: the same whichever run finds the file. */
export function inboxImportId(scheduleId: string, source: SourceVersion, modifiedAt: Date): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([scheduleId, hashOf(source)]))
    .digest('hex');
  return timed(modifiedAt, hash);
}

function timed(at: Date, hash: string): string {
  return `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${hash.slice(0, HASH_CHARACTERS)}`;
}
