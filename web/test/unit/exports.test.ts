import { describe, expect, test } from '@jest/globals';
import { contentFault, NEW_EXPORT, requestOf } from '../../src/exports/model.ts';
import { EXPORT_WIZARD } from '../../src/exports/text.ts';

describe('the wizard for an export', () => {
  test('exports all customers without further choices', () => {
    expect(requestOf('VOUCIM', NEW_EXPORT)).toEqual({
      prefix: 'VOUCIM',
      options: {
        ...{ kind: 'customers', headings: true, delimiter: ',', encoding: 'utf-8' },
        ...{ byteOrderMark: false, formulaSafe: false },
      },
    });
  });

  test('sends what fits the kind alone', () => {
    const choices = {
      ...NEW_EXPORT,
      fields: ['P008'],
      filterId: 'f-1',
      since: '2026-12-01',
      by: 'u-1',
      fileName: 'a.csv',
    };
    const customers = requestOf('VOUCIM', choices);
    expect(customers).toMatchObject({ fileName: 'a.csv', options: { fields: ['P008'], filterId: 'f-1' } });
    expect(customers.options).not.toHaveProperty('by');
    const edits = requestOf('VOUCIM', { ...choices, kind: 'edits' }).options;
    expect(edits).toMatchObject({ kind: 'edits', by: 'u-1', since: '2026-12-01T00:00:00Z' });
    expect(edits).not.toHaveProperty('filterId');
  });

  test.each([
    ['customers', '', undefined],
    ['edits', '', EXPORT_WIZARD.sinceMissing],
    ['customers', '31.12.2026', EXPORT_WIZARD.sinceRule],
    ['customers', '2026-13-01', EXPORT_WIZARD.sinceRule],
    ['edits', '2026-12-31', undefined],
  ] as const)('of %s since %j lacks %j', (kind, since, fault) => {
    expect(contentFault({ ...NEW_EXPORT, kind, since })).toBe(fault);
  });
});
