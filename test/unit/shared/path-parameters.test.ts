import { expect, test } from '@jest/globals';
import { PrefixParameterSchema } from '../../../functions/shared/http/path-parameters.ts';

test('a prefix is read in any case, and rejected with a half of a character, which is no key of the database', () => {
  expect(PrefixParameterSchema.parse('voucim')).toBe('VOUCIM');
  expect(PrefixParameterSchema.safeParse('\ud800').success).toBe(false);
});
