import { timingSafeEqual } from 'node:crypto';

/** Compares a secret in constant time, so that the duration does not reveal a matching prefix. */
export function sameText(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
