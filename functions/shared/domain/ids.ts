import { randomBytes } from 'node:crypto';

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
