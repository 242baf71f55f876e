import { beforeEach, expect, jest, test } from '@jest/globals';
import { isDraft } from '../../src/customers/desk/draft-model.ts';
import { forget, forgetOld, keep, kept, lastKept, readKept } from '../../src/customers/desk/tab-storage.ts';
import { FakeGlobals } from './support/fake-globals.ts';

const HOUR = 3_600_000;
const KEY = ['ann', 'draft', 'VOUCIM', 'A1'];
const DRAFT = { base: { P011: 'Lee' }, typed: { P011: 'Falk' }, etag: '"1"' };

let globals: FakeGlobals;
beforeEach(() => {
  globals = new FakeGlobals();
});

test('a draft is kept for its user, table and customer until it is forgotten', () => {
  expect(keep(KEY, DRAFT)).toBe(true);
  expect(kept(KEY, isDraft)?.value).toEqual(DRAFT);
  expect(kept(['bob', ...KEY.slice(1)], isDraft)).toBeUndefined();
  expect(kept(KEY.slice(0, 3), isDraft)).toBeUndefined();
  forget(KEY);
  expect(kept(KEY, isDraft)).toBeUndefined();
});

test('the newest of several values of a customer is found, and none of another customer', () => {
  const now = jest.spyOn(Date, 'now');
  for (const [at, last] of ['a', 'c', 'b'].entries()) {
    now.mockReturnValue(1_000 - 10 * Math.abs(at - 1));
    keep([...KEY, last], { ...DRAFT, typed: { name: last } });
  }
  keep([...KEY.slice(0, -1), `${KEY.at(-1)}0`, 'z'], DRAFT);
  now.mockReturnValue(2_000);
  expect(lastKept(KEY, isDraft)?.value.typed).toEqual({ name: 'c' });
  now.mockRestore();
});

test('a draft ends after twelve hours, and what cannot be read is none', () => {
  const text = JSON.stringify({ at: 0, value: DRAFT });
  expect(readKept(text, 12 * HOUR, isDraft)).toEqual({ at: 0, value: DRAFT });
  expect(readKept(text, 12 * HOUR + 1, isDraft)).toBeUndefined();
  expect(readKept(text, -1, isDraft)).toBeUndefined();
  const broken = [null, '{', '[]', JSON.stringify({ at: 0, value: { typed: 1 } }), JSON.stringify({ value: DRAFT })];
  expect(broken.map((each) => readKept(each, 1, isDraft))).toEqual(broken.map(() => undefined));
});

test('the desk deletes old drafts of every user, and nothing else', () => {
  keep(KEY, DRAFT);
  sessionStorage.setItem('switchboard.desk.["bob"]', JSON.stringify({ at: 0, value: DRAFT }));
  sessionStorage.setItem('switchboard.refresh-token', 'r1');
  forgetOld();
  expect(globals.stored).toHaveLength(2);
  expect(kept(KEY, isDraft)?.value).toEqual(DRAFT);
  expect(sessionStorage.getItem('switchboard.refresh-token')).toBe('r1');
});

test('a browser without room is reported', () => {
  Object.defineProperty(sessionStorage, 'setItem', {
    value: () => {
      throw new Error('QuotaExceededError');
    },
  });
  expect(keep(KEY, DRAFT)).toBe(false);
});
