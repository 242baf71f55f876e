import { describe, expect, test } from '@jest/globals';
import type { CrmTable } from '../../../functions/crm-tables/domain/crm-table.ts';
import { firstDraft } from '../../../functions/crm-tables/domain/draft.ts';
import { prepareVersion } from '../../../functions/crm-tables/domain/prepare-version.ts';
import { PublishedTableSchema } from '../../../functions/crm-tables/index.ts';

const now = new Date('2026-11-22T10:00:00Z');
const draft = firstDraft({ name: 'Vouchers', defaultCountry: 'GB' });
const table: CrmTable = {
  prefix: 'VOUCIM',
  accountPrefix: 'BRI',
  createdAt: now.toISOString(),
  shardCount: 16,
  publishedVersion: undefined,
  slots: [],
  publishedCodes: [],
};

describe('a version', () => {
  test('is the draft with its number, its slots and the time', () => {
    const { version, table: after } = prepareVersion(table, draft, now);
    expect(PublishedTableSchema.parse(version)).toEqual(version);
    expect(version).toMatchObject({ version: 1, prefix: 'VOUCIM', shardCount: 16, fields: draft.fields });
    expect(version.slots).toEqual([
      { code: 'P011', slot: 1 },
      { code: 'P012', slot: 2 },
      { code: 'P013', slot: 3 },
      { code: 'P018', slot: 4 },
      { code: 'P019', slot: 5 },
    ]);
    expect(after).toMatchObject({ publishedVersion: 1, publishedCodes: draft.fields.map((field) => field.code) });
  });

  test('keeps slots and codes of fields that are gone', () => {
    const first = prepareVersion(table, draft, now).table;
    const fewer = { ...draft, fields: draft.fields.filter((field) => field.code !== 'P012') };
    const second = prepareVersion(first, fewer, now);
    expect(second.version.version).toBe(2);
    expect(second.version.slots).toEqual(prepareVersion(table, draft, now).version.slots);
    expect(second.table.publishedCodes).toContain('P012');
  });

  test('rejects a field that was searchable before with another type', () => {
    const first = prepareVersion(table, draft, now).table;
    const fields = draft.fields.map((field) => (field.code === 'P018' ? { ...field, type: 'number' as const } : field));
    expect(() => prepareVersion(first, { ...draft, fields }, now)).toThrow(
      expect.objectContaining({
        code: 'crm-table.not-publishable',
        violations: [expect.objectContaining({ pointer: '/fields/10/type', code: 'field.searchable-type-fixed' })],
      }),
    );
  });

  test('the Customer ID takes no slot, though it may be searched', () => {
    const fields = draft.fields.map((field) => ({
      ...field,
      flags: { ...field.flags, search: field.code === 'P008' },
    }));
    expect(prepareVersion(table, { ...draft, fields }, now).version.slots).toEqual([]);
  });
});
