import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageBody, pageRequest } from '../../../functions/shared/http/pagination.ts';

const ACCOUNTS = { name: 'accounts', position: /^[A-Z]{3}$/ };

/** A forged cursor with a correct digest. */
const forged = (position: string) => pageBody(ACCOUNTS, { items: [], next: position }).nextCursor;

describe('cursors', () => {
  test('give back the position for the same list only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (name, other, position) => {
        const list = { name, position: /^.+$/s };
        const text = position.toWellFormed();
        const cursor = pageBody(list, { items: [], next: text }).nextCursor;
        expect(pageRequest(list, { limit: 5, cursor })).toEqual({ limit: 5, after: text });
        fc.pre(other !== name);
        expect(() => pageRequest({ ...list, name: other }, { limit: 5, cursor })).toThrow('another list');
      }),
    );
  });

  test('that were changed anywhere are rejected', () => {
    const cursor = pageBody(ACCOUNTS, { items: [], next: 'BRI' }).nextCursor ?? '';
    for (let index = 0; index < cursor.length; index += 1) {
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(() => pageRequest(ACCOUNTS, { limit: 5, cursor: changed })).toThrow();
    }
  });

  test.each(['', 'B', 'BR\n', 'BRI\n', 'B'.repeat(1_025), 'CAMPAIGN#1', '\0'])(
    'with a right digest and the position %j, which the list does not have, are rejected',
    (position) => {
      expect(() => pageRequest(ACCOUNTS, { limit: 5, cursor: forged(position) })).toThrow('damaged');
    },
  );

  test('end with the list', () => {
    expect(pageBody(ACCOUNTS, { items: [1] })).toEqual({ items: [1] });
  });
});
