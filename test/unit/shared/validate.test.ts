import { expect, test } from '@jest/globals';
import * as z from 'zod';
import { parsePart } from '../../../functions/shared/http/validate.ts';

const pointersFor = (body: unknown): unknown => {
  try {
    return parsePart('body', z.unknown(), body);
  } catch (error) {
    return Reflect.get(Object(error), 'violations').map(({ pointer }: { pointer: string }) => pointer);
  }
};

test.each([
  ['in a text', { name: 'a\ud800' }, ['/name']],
  ['in a list', { userIds: ['u1', '\udfff'] }, ['/userIds/1']],
  ['in a name', { values: { '\ud800': 'x' } }, ['/values']],
  ['as the whole body', '\ud800', ['']],
])('a half of a character %s is rejected at its place, whatever the schema accepts', (_, body, pointers) => {
  expect(pointersFor(body)).toEqual(pointers);
});

test('whole characters are accepted', () => {
  const body = { name: '\u{1f600} é', list: ['\ud83d\ude00'], none: null, count: 1 };
  expect(pointersFor(body)).toEqual(body);
});
