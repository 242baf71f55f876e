import { createHash } from 'node:crypto';
import { importIdOf } from './import-id.ts';

/** Names an import that the API makes, of which nothing has arrived yet. `nonce` is used for no other. */
export const announcedImportId = (nonce: string, announcedAt: Date): string =>
  importIdOf({ bucket: '', key: nonce, versionId: '' }, announcedAt);

const HASH_CHARACTERS = 24;

/**
 * Names the import of a user's Idempotency-Key: it holds no time, so that a repetition at any time names the same one.
 * The hash is longer, since without a time it must be unique among all of them.
 */
export function keyedImportId(user: string, idempotencyKey: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([user, idempotencyKey]))
    .digest('hex');
  return `api-${hash.slice(0, HASH_CHARACTERS)}`;
}
