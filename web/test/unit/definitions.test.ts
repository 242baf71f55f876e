import { describe, expect, test } from '@jest/globals';
import { DEFINITION_RULES, updateOf, valuesOf } from '../../src/definitions/form-model.ts';
import type { ImportDefinition } from '../../src/definitions/queries.ts';
import { DEFINITIONS } from '../../src/definitions/text.ts';
import { brokenRules } from '../../src/shared/form/form-model.ts';

const definition = {
  name: 'Weekly customers',
  isDefault: true,
  options: { blank: 'keep' },
  mapping: [{ column: 'Forename', field: 'P011' }],
} as unknown as ImportDefinition;

describe('the form of an import definition', () => {
  test('changes the name and the use, and leaves options and columns as they are', () => {
    const values = { ...valuesOf(definition), name: ' Daily customers ' };
    const { options, mapping } = definition;
    expect(updateOf(values, definition)).toEqual({ name: 'Daily customers', isDefault: true, options, mapping });
    expect(updateOf({ ...values, isDefault: 'no' }, definition).isDefault).toBe(false);
  });

  test.each([
    ['', DEFINITIONS.nameRule],
    ['   ', DEFINITIONS.nameRule],
    ['n'.repeat(101), DEFINITIONS.nameRule],
    ['n'.repeat(100), undefined],
  ])('has a rule for the name %p', (name, rule) => {
    expect(brokenRules({ ...valuesOf(definition), name }, DEFINITION_RULES).name).toBe(rule);
  });
});
