import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FieldTypeSchema } from '../../../functions/crm-tables/domain/field.ts';
import { operatorsOf as operatorsByApi } from '../../../functions/filters/domain/operators.ts';
import {
  type Conditions,
  conditionsOf,
  editedOf,
  isComplete,
  newCondition,
  onField,
  operatorsOf,
  withCondition,
} from '../../src/filters/model.ts';

const VIP = { code: 'P020', label: 'VIP', type: 'yes-no' as const, listValues: [] };
const TOWN = { code: 'P016', label: 'Town', type: 'text' as const, listValues: [] };

describe('the editor of a saved filter', () => {
  test.each(FieldTypeSchema.options)('offers the comparisons that the API allows for a field of type %s', (type) => {
    expect(new Set(operatorsOf({ type }))).toEqual(new Set(operatorsByApi({ type })));
  });

  test('gives back the conditions of a stored filter', () => {
    const condition = fc.oneof(
      fc.record({
        field: fc.constant('P016'),
        operator: fc.constant('begins' as const),
        value: fc.string({ minLength: 1 }),
      }),
      fc.record({ field: fc.constant('P016'), operator: fc.constant('not-empty' as const) }),
    );
    const stored = fc.array(fc.record({ any: fc.array(condition, { minLength: 1 }) }), { minLength: 1 });
    fc.assert(
      fc.property(stored, (all: Conditions) => {
        expect(conditionsOf(editedOf(all))).toEqual(all);
      }),
      { numRuns: 50 },
    );
  });

  test('removes a group with its last condition, but never the last of all', () => {
    const [a, b] = [newCondition(TOWN), newCondition(TOWN)];
    const groups = withCondition([[a], [b]], a.id, undefined);
    expect(groups).toEqual([[b]]);
    expect(withCondition(groups, b.id, undefined)).toEqual([[b]]);
  });

  test('takes a comparison and a value that another field does not have for its first ones', () => {
    const condition = { ...newCondition(TOWN), operator: 'begins' as const, value: 'York' };
    expect(onField(condition, VIP)).toMatchObject({ field: 'P020', operator: 'is', value: '' });
    expect(isComplete([[onField(condition, VIP)]])).toBe(false);
    expect(onField(condition, { ...TOWN, code: 'P017' })).toMatchObject({ operator: 'begins', value: 'York' });
  });
});
