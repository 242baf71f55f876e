import { describe, expect, test } from '@jest/globals';
import {
  checkValue,
  type Field,
  type FieldType,
  normaliseForSearch,
  requiredProblem,
  STANDARD_FIELDS,
} from '../../../functions/crm-tables/index.ts';

function field(type: FieldType, over: Partial<Field> = {}): Field {
  return {
    code: 'P021',
    label: 'Test',
    type,
    maxLength: 100,
    required: false,
    listValues: [],
    strict: false,
    flags: { search: false, insert: true, modify: true, result: false },
    tab: 'details',
    ...over,
  };
}

const searchable = { flags: { search: true, insert: true, modify: true, result: false } };

function standard(code: string): Field {
  const found = STANDARD_FIELDS.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}

describe('length', () => {
  test('a value that is too long is reported in the words of the manual', () => {
    expect(checkValue(standard('P018'), 'SW12 2 ER', 'GB')).toEqual({
      problem: { code: 'value.too-long', reason: 'Field P018 value (SW12 2 ER) is too long.' },
    });
  });

  test('counts code points, not UTF-16 units', () => {
    const three = field('text', { maxLength: 3 });
    expect(checkValue(three, '😀😀😀', 'GB')).toEqual({});
    expect(checkValue(three, '😀😀😀😀', 'GB').problem?.code).toBe('value.too-long');
    expect(checkValue(three, '😀'.repeat(5), 'GB').problem?.code).toBe('value.too-long');
  });

  test('is checked before the type', () => {
    expect(checkValue(field('number', { maxLength: 2 }), 'abc', 'GB').problem?.code).toBe('value.too-long');
  });

  test('cuts a shown value at 200 characters and escapes controls', () => {
    const reason = checkValue(field('number', { maxLength: 1000 }), `a\n\u0000\u202e${'x'.repeat(300)}`, 'GB').problem
      ?.reason;
    expect(reason).toBe(
      `Field P021 value (a\\n\\u0000\\u202e${'x'.repeat(196)}…) is not a number (digits, a point before decimals: -1234.5).`,
    );
  });
});

test('a required field left blank', () => {
  expect(requiredProblem(field('text', { code: 'P010' }))).toEqual({
    code: 'value.required',
    reason: 'Field P010 is required.',
  });
});

describe.each<[FieldType, string, string[], string[]]>([
  [
    'number',
    'value.not-a-number',
    ['0', '-1', '007', '1.50', '12345678901234567890'],
    ['abc', '1.', '.5', '+1', '1e3', '1,000', ' 1', '--1'],
  ],
  ['currency', 'value.not-an-amount', ['10', '-10.5', '0.1234'], ['£10', '10.12345', '1,000.00', '10.']],
  [
    'date',
    'value.not-a-date',
    ['2024-02-29', '2000-02-29', '1900-12-31'],
    ['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-1', '01/02/2024', '2024-01-00'],
  ],
  ['time', 'value.not-a-time', ['00:00', '23:59', '23:59:59'], ['24:00', '12:60', '1:00', '12:00:60']],
  [
    'date-time',
    'value.not-a-date-time',
    ['2024-02-29T10:00', '2024-02-29 10:00:01', '2024-02-29T10:00:01.5Z', '2024-02-29T10:00+01:00'],
    ['2024-02-30T10:00', '2024-02-29', '2024-02-29T25:00', '2024-02-29T10:00 Z'],
  ],
  ['yes-no', 'value.not-yes-or-no', ['yes', 'NO', 'True', 'false', 'y', 'N', '1', '0'], ['maybe', '2', 'on', ' yes']],
  [
    'url',
    'value.not-a-url',
    ['https://example.org/a?b', 'HTTP://x.y'],
    ['example.org', 'ftp://x.y', 'javascript:alert(1)', 'https://', 'https://a b'],
  ],
])('%s', (type, code, good, bad) => {
  test.each(good)('takes %j', (value) => {
    expect(checkValue(field(type), value, 'GB')).toEqual({});
  });
  test.each(bad)('rejects %j', (value) => {
    expect(checkValue(field(type), value, 'GB').problem?.code).toBe(code);
  });
});

describe('lists', () => {
  const colours = { listValues: ['Red', 'Green', 'Dark blue'] };

  test('a list takes exactly one of its choices', () => {
    expect(checkValue(field('list', colours), 'Dark blue', 'GB')).toEqual({});
    for (const value of ['red', 'Red;Green', 'Red ', 'Yellow']) {
      expect(checkValue(field('list', colours), value, 'GB').problem?.code).toBe('value.not-in-list');
    }
  });

  test('a multi-list takes several, separated by semicolons', () => {
    expect(checkValue(field('multi-list', colours), 'Red', 'GB')).toEqual({});
    expect(checkValue(field('multi-list', colours), 'Red; Dark blue', 'GB')).toEqual({});
    for (const value of ['Red;', ';', 'Red;Red', 'Red,Green']) {
      expect(checkValue(field('multi-list', colours), value, 'GB').problem?.code).toBe('value.not-in-list');
    }
  });
});

describe('telephone and e-mail', () => {
  test('an unreadable value is a warning, and is not indexed', () => {
    expect(checkValue(standard('P012'), '001 234 4444', 'GB')).toEqual({
      warning: {
        code: 'value.unparsed-telephone',
        reason: 'Field P012 value (001 234 4444) is not a telephone number.',
      },
    });
    expect(checkValue(standard('P019'), 'not mail', 'GB')).toEqual({
      warning: { code: 'value.unparsed-email', reason: 'Field P019 value (not mail) is not an e-mail address.' },
    });
  });

  test('an unreadable value of a strict field is a problem', () => {
    const check = checkValue(field('telephone', { strict: true }), '4.41E+11', 'GB');
    expect(check.problem?.code).toBe('value.unparsed-telephone');
    expect(check.warning).toBeUndefined();
  });

  test.each(['020 7946 0018', '+44 20 7946 0018', '0044 20 7946 0018', '(020) 7946-0018', '020 7946 0018 ext. 12'])(
    'accepts the number %j',
    (value) => {
      expect(checkValue(standard('P012'), value, 'GB')).toEqual({});
    },
  );

  test('accepts an e-mail address in any case', () => {
    expect(checkValue(standard('P019'), 'John.Smith@Samsons.COM', 'GB')).toEqual({});
  });

  test.each(['a@b', '@b.c', 'a b@c.de', 'a@b..c', 'a@-b.c', `${'a'.repeat(65)}@b.cd`, 'a@b.c,d@e.f'])(
    'doubts the address %j',
    (value) => {
      expect(checkValue(field('email'), value, 'GB').warning?.code).toBe('value.unparsed-email');
    },
  );
});

describe('the form of a value for searches', () => {
  test.each<[FieldType, string, string | undefined]>([
    ['text', '  Zoë   MÜLLER ', 'zoe muller'],
    ['text', 'Straße Łódź Ærø', 'strasse lodz aero'],
    ['text', '   ', undefined],
    ['text', 'SW12  2er', 'sw12 2er'],
    ['number', '-007.50', '-7.5'],
    ['number', '-0.0', '0'],
    ['number', '0', '0'],
    ['number', '1000', '1000'],
    ['number', '100.00', '100'],
    ['number', '0.05', '0.05'],
    ['date', '2024-02-29', '2024-02-29'],
    ['url', 'https://example.org', undefined],
  ])('of %s %j is %j', (type, value, form) => {
    expect(normaliseForSearch(field(type, searchable), value, 'GB')).toBe(form);
  });
});
