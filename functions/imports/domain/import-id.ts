import { createHash } from 'node:crypto';

/** One version of one object: what an upload is, however often it is announced. */
export interface SourceVersion {
  readonly bucket: string;
  readonly key: string;
  readonly versionId: string;
}

const HASH_CHARACTERS = 12;

/**
 * Names an import by when its file arrived and what the file is, so that a repeated or late event names the same one.
 * Ids sort by time: `20261122T110225Z-9f86d081884c`.
 */
export function importIdOf(source: SourceVersion, arrivedAt: Date): string {
  const time = arrivedAt.toISOString().replace(/[-:]|\.\d+/g, '');
  const hash = createHash('sha256')
    .update(JSON.stringify([source.bucket, source.key, source.versionId]))
    .digest('hex');
  return `${time}-${hash.slice(0, HASH_CHARACTERS)}`;
}
