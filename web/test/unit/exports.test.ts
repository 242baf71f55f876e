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
      changed: 'day',
      since: '2026-12-01',
      by: 'u-1',
      fileName: 'a.csv',
    } as const;
    const customers = requestOf('VOUCIM', choices);
    expect(customers).toMatchObject({ fileName: 'a.csv', options: { fields: ['P008'], filterId: 'f-1' } });
    expect(customers.options).not.toHaveProperty('by');
    const edits = requestOf('VOUCIM', { ...choices, kind: 'edits' }).options;
    expect(edits).toMatchObject({ kind: 'edits', by: 'u-1', since: '2026-12-01T00:00:00Z' });
    expect(edits).not.toHaveProperty('filterId');
  });

  test.each([
    ['customers', 'always', '', undefined],
    ['edits', 'always', '', EXPORT_WIZARD.sinceMissing],
    ['customers', 'day', '', EXPORT_WIZARD.sinceRule],
    ['customers', 'day', '31.12.2026', EXPORT_WIZARD.sinceRule],
    ['customers', 'day', '2026-13-01', EXPORT_WIZARD.sinceRule],
    ['edits', 'day', '2026-12-31', undefined],
    ['edits', 'last-export', '', undefined],
  ] as const)('of %s, changed %s %j, lacks %j', (kind, changed, since, fault) => {
    expect(contentFault({ ...NEW_EXPORT, kind, changed, since })).toBe(fault);
  });

  test.each([
    ['always', {}],
    ['last-export', { since: 'last-export' }],
  ] as const)('asks for what has changed: %s', (changed, since) => {
    const { options } = requestOf('VOUCIM', { ...NEW_EXPORT, changed, since: '2026-12-01' }, 'd-1');
    expect(options).toEqual({ ...requestOf('VOUCIM', NEW_EXPORT).options, ...since });
  });
});
