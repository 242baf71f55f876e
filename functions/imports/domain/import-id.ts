import { createHash } from 'node:crypto';
import { idOfKey } from '../../shared/domain/ids.ts';

/** One version of one object: what an upload is, however often it is announced. */
export interface SourceVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

const HASH_CHARACTERS = 12;

/** Tells versions of objects apart. */
export function hashOf({ bucket, key, versionId }: SourceVersion): string {
  return createHash('sha256')
    .update(JSON.stringify([bucket, key, versionId]))
    .digest('hex');
}

/**
 * Names an import by when its file arrived and what the file is. Ids sort by time: `20261122T110225Z-9f86d081884c`.
 * Two announcements of one upload may name different times: the first one's id is kept (`ImportRepository.nameUpload`).
 */
export function importIdOf(source: SourceVersion, arrivedAt: Date): string {
  return timed(arrivedAt, hashOf(source));
}

/** Names an import that the API makes, of which nothing has arrived yet. `nonce` is used for no other. */
export const announcedImportId = (nonce: string, announcedAt: Date): string =>
  importIdOf({ bucket: '', key: nonce, versionId: '' }, announcedAt);

/** Names the import of a user's Idempotency-Key: a repetition at any time names the same one. */
export const keyedImportId = (user: string, idempotencyKey: string): string => `api-${idOfKey(user, idempotencyKey)}`;

/** Names the import that a schedule makes at some time, so that a repeated firing names the same one. */
export function scheduledImportId(scheduleId: string, scheduledAt: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([scheduleId, scheduledAt]))
    .digest('hex');
  return timed(new Date(scheduledAt), hash);
}

/** Names the import that a schedule of all new files makes of one: once, whichever run finds the file. */
export function inboxImportId(scheduleId: string, source: SourceVersion, modifiedAt: Date): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([scheduleId, hashOf(source)]))
    .digest('hex');
  return timed(modifiedAt, hash);
}

function timed(at: Date, hash: string): string {
  return `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${hash.slice(0, HASH_CHARACTERS)}`;
}
