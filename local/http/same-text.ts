import { timingSafeEqual } from 'node:crypto';

/** Compares a secret without showing by its duration how much of the given text is right. */
export function sameText(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
