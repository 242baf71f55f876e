import { createHash, randomBytes } from 'node:crypto';

/** Where a use case gets identifiers from; tests hand in their own. */
export interface Ids {
  newId(): string;
}

const TIME_DIGITS = 12;
const RANDOM_BYTES = 8;

/** 28 hexadecimal digits: milliseconds, then chance. Those made later sort later. */
export const timeOrderedIds: Ids = {
  newId: () => Date.now().toString(16).padStart(TIME_DIGITS, '0') + randomBytes(RANDOM_BYTES).toString('hex'),
};

const KEYED_ID_CHARACTERS = 28;

/** Names what a request with an Idempotency-Key makes: the same user and key give the same id at any time. */
export function idOfKey(user: string, idempotencyKey: string): string {
  return createHash('sha256')
    .update(JSON.stringify([user, idempotencyKey]))
    .digest('hex')
    .slice(0, KEYED_ID_CHARACTERS);
}
