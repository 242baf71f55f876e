import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageBody, pageRequest } from '../../../functions/shared/http/pagination.ts';

describe('cursors', () => {
  test('give back the position for the same list only', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (scope, other, position) => {
        const text = position.toWellFormed();
        const cursor = pageBody(scope, { items: [], next: text }).nextCursor;
        expect(pageRequest(scope, { limit: 5, cursor })).toEqual({ limit: 5, after: text });
        fc.pre(other !== scope);
        expect(() => pageRequest(other, { limit: 5, cursor })).toThrow('another list');
      }),
    );
  });

  test('that were changed anywhere are refused', () => {
    const cursor = pageBody('accounts', { items: [], next: 'BRI' }).nextCursor ?? '';
    for (let index = 0; index < cursor.length; index += 1) {
      const changed = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1);
      expect(() => pageRequest('accounts', { limit: 5, cursor: changed })).toThrow();
    }
  });

  test('end with the list', () => {
    expect(pageBody('accounts', { items: [1] })).toEqual({ items: [1] });
  });
});
