import { createHash, randomBytes } from 'node:crypto';

/** A source of identifiers, as a port: tests pass their own. */
export interface Ids {
  newId(): string;
}

const TIME_DIGITS = 12;
const RANDOM_BYTES = 8;

/** 28 hexadecimal digits: milliseconds, then random bits. Later ids sort later. */
export const timeOrderedIds: Ids = {
  newId: () => Date.now().toString(16).padStart(TIME_DIGITS, '0') + randomBytes(RANDOM_BYTES).toString('hex'),
};

const KEYED_ID_CHARACTERS = 28;

/** The id of what a request with an Idempotency-Key creates: the same user and key always give the same id. */
export function idOfKey(user: string, idempotencyKey: string): string {
  return createHash('sha256')
    .update(JSON.stringify([user, idempotencyKey]))
    .digest('hex')
    .slice(0, KEYED_ID_CHARACTERS);
}
