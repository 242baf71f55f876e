import { describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import { DomainError } from '../../../functions/shared/domain/errors.ts';
import { lineOfText } from '../../../functions/shared/domain/text.ts';
import { parsePart } from '../../../functions/shared/http/validate.ts';

function detailsOf(schema: z.ZodType, input: unknown): unknown {
  try {
    parsePart('body', schema, input);
  } catch (error) {
    if (error instanceof DomainError)
      return error.violations?.map(({ pointer, code, detail }) => [pointer, code, detail]);
    throw error;
  }
  throw new Error('the input fits the schema');
}

const EverySchema = z.strictObject({
  text: z.string().min(2).max(3),
  number: z.int().min(1).max(5),
  choice: z.enum(['a', 'b']),
  list: z.array(z.boolean()).min(1).max(2),
  time: z.iso.datetime(),
  kind: z.discriminatedUnion('frequency', [
    z.object({ frequency: z.literal('daily') }),
    z.object({ frequency: z.literal('hourly') }),
  ]),
});
const FITTING = {
  text: 'ab',
  number: 1,
  choice: 'a',
  list: [true],
  time: '2026-12-01T06:00:00Z',
  kind: { frequency: 'daily' },
};

describe('a value that does not fit is described in plain words', () => {
  test.each([
    [{ text: 5 }, '/text', 'input.wrong-type', 'This must be text.'],
    [{ text: 'a' }, '/text', 'input.too-small', 'This must have at least 2 characters.'],
    [{ text: 'abcd' }, '/text', 'input.too-big', 'This must not have more than 3 characters.'],
    [{ number: Number.NaN }, '/number', 'input.wrong-type', 'This must be a number.'],
    [{ number: 1.5 }, '/number', 'input.wrong-type', 'This must be a whole number.'],
    [{ number: 0 }, '/number', 'input.too-small', 'This must be at least 1.'],
    [{ number: 6 }, '/number', 'input.too-big', 'This must be at most 5.'],
    [{ choice: 'c' }, '/choice', 'input.not-a-choice', 'This must be one of "a", "b".'],
    [{ choice: undefined }, '/choice', 'input.missing', 'This is required. This must be one of "a", "b".'],
    [{ list: [] }, '/list', 'input.too-small', 'This must have at least 1 item.'],
    [{ list: [true, true, true] }, '/list', 'input.too-big', 'This must not have more than 2 items.'],
    [{ list: ['yes'] }, '/list/0', 'input.wrong-type', 'This must be true or false.'],
    [{ list: {} }, '/list', 'input.wrong-type', 'This must be a list.'],
    [
      { time: '6 am' },
      '/time',
      'input.wrong-format',
      'This must be a date and time with its time zone, for example 2026-12-01T06:00:00Z.',
    ],
    [{ kind: 'daily' }, '/kind', 'input.wrong-type', 'This must be an object.'],
    [{ kind: {} }, '/kind/frequency', 'input.missing', 'This is required. This must be one of "daily", "hourly".'],
    [{ kind: { frequency: 'yearly' } }, '/kind/frequency', 'input.invalid', 'This must be one of "daily", "hourly".'],
    [{ text: undefined }, '/text', 'input.missing', 'This is required.'],
    [{ other: 1 }, '/other', 'input.unknown', 'This field does not exist. Remove it.'],
  ])('%j', (wrong, ...expected) => {
    expect(detailsOf(EverySchema, { ...FITTING, ...wrong })).toEqual([expected]);
  });

  test('a message of the schema stays unchanged', () => {
    expect(detailsOf(z.object({ a: z.string().regex(/^x$/, 'This must be x.') }), { a: 'y' })).toEqual([
      ['/a', 'input.wrong-format', 'This must be x.'],
    ]);
  });
});

describe('a name', () => {
  test.each(['\u200b', '\u200b \u2060', '\u00ad', '\ufe0f'])(
    'of invisible characters alone is rejected: %j',
    (name) => {
      expect(
        lineOfText(100)
          .safeParse(name)
          .error?.issues.map(({ message }) => message),
      ).toEqual(['This must contain a visible character.']);
    },
  );

  test.each(['a', '\u200ba', '1', '\u4e2d', '\u{1f600}', '-'])('with a visible character is accepted: %j', (name) => {
    expect(lineOfText(100).parse(name)).toBe(name);
  });
});
