import { expect, test } from '@jest/globals';
import { namesOf } from '../../src/shared/named-reason.ts';

const name = namesOf([
  { code: 'P018', label: 'Postcode' },
  { code: 'P010', label: 'First name' },
]);

test.each([
  ['Field P018 value (SW12 2 ER) is too long.', 'Postcode (SW12 2 ER) is too long.'],
  ['Field P010 is required.', 'First name is required.'],
  [
    '1 of 3 records, line 4. For example: Field P018 value (x) is too long.',
    '1 of 3 records, line 4. For example: Postcode (x) is too long.',
  ],
  ['Field P018 value (Field P010 is required) is too long.', 'Postcode (Field P010 is required) is too long.'],
  ['Field P099 value (x) is too long.', 'Field P099 value (x) is too long.'],
  ['Field P018 (Postcode) is no date.', 'Field P018 (Postcode) is no date.'],
  ['The Customer ID is blank.', 'The Customer ID is blank.'],
])('%s', (reason, named) => {
  expect(name(reason)).toBe(named);
});
