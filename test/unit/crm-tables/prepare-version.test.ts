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
  publishedCodes: [],
};

describe('a version', () => {
  test('is the draft with its number and the time', () => {
    const { version, table: after } = prepareVersion(table, draft, now);
    expect(PublishedTableSchema.parse(version)).toEqual(version);
    expect(version).toMatchObject({ version: 1, prefix: 'VOUCIM', shardCount: 16, fields: draft.fields });
    expect(after).toMatchObject({ publishedVersion: 1, publishedCodes: draft.fields.map((field) => field.code) });
  });

  test('keeps the codes of fields that are gone', () => {
    const first = prepareVersion(table, draft, now).table;
    const fewer = { ...draft, fields: draft.fields.filter((field) => field.code !== 'P012') };
    const second = prepareVersion(first, fewer, now);
    expect(second.version.version).toBe(2);
    expect(second.table.publishedCodes).toContain('P012');
  });
});
