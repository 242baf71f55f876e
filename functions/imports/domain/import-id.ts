import { createHash } from 'node:crypto';

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
  const time = arrivedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}-${hashOf(source).slice(0, HASH_CHARACTERS)}`;
}
