import { expect, test } from '@jest/globals';
import { MappingSchema } from '../../../functions/definitions/domain/mapping.ts';

test.each([
  ['a replaced cell', { values: { 'a\0': 'b' } }],
  ['what replaces it', { values: { a: 'b\0' } }],
  ['a default', { default: '\0cleared' }],
])('a mapping holds no NUL in %s', (_, change) => {
  expect(MappingSchema.safeParse([{ column: 1, field: 'P010', ...change }]).success).toBe(false);
});
