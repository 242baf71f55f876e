import { expect, test } from '@jest/globals';
import { PrefixParameterSchema } from '../../../functions/shared/http/path-parameters.ts';

test('a prefix is read in any case', () => {
  expect(PrefixParameterSchema.parse('voucim')).toBe('VOUCIM');
});
