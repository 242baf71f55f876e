import { describe, expect, test } from '@jest/globals';
import { indexChange } from '../../../functions/crm-tables/domain/changes/index-change.ts';
import type { Field } from '../../../functions/crm-tables/index.ts';
import { textField, voucim } from '../../support/published-table.ts';

const searched = (code: string, change: Partial<Field> = {}): Field =>
  textField(code, { flags: { search: true, insert: true, modify: true, result: false }, ...change });

const version = (fields: Field[], defaultCountry = 'GB') => voucim({ fields, defaultCountry });

describe('the change of the search index by a publication', () => {
  test('the first version has no customers', () => {
    expect(indexChange(undefined, version([searched('P003')]))).toBeUndefined();
  });

  test('fields that become searchable, or searchable as another type, are missing', () => {
    const before = version([textField('P003'), searched('P004'), searched('P005')]);
    const after = version([searched('P003'), searched('P004'), searched('P005', { type: 'number' }), searched('P006')]);
    expect(indexChange(before, after)).toEqual({ missing: ['P003', 'P005', 'P006'] });
  });

  test('telephone numbers are read again in another country', () => {
    const fields = [searched('P003', { type: 'telephone' }), searched('P004')];
    expect(indexChange(version(fields), version(fields, 'FR'))).toEqual({ missing: ['P003'] });
  });

  test('of a field that is no longer searchable entries are deleted', () => {
    const after = version([textField('P003'), searched('P004')]);
    expect(indexChange(version([searched('P003'), searched('P004')]), after)).toEqual({ missing: [] });
    expect(indexChange(version([searched('P003'), searched('P004')]), version([searched('P004')]))).toEqual({
      missing: [],
    });
  });

  test('other changes concern no entry', () => {
    const after = version([
      searched('P004', { label: 'New' }),
      textField('P003'),
      searched('P005', { required: true }),
    ]);
    expect(indexChange(version([searched('P005'), searched('P004')]), after)).toBeUndefined();
  });
});
