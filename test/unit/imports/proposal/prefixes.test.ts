import { expect, test } from '@jest/globals';
import { TablePrefixSchema } from '../../../../functions/crm-tables/index.ts';
import { prefixCandidates, stemOf } from '../../../../functions/imports/domain/proposal/prefixes.ts';

const first = (count: number, fileName: string, preferred?: string) => [
  ...prefixCandidates(fileName, preferred).take(count),
];

test.each([
  ['VoucherID.csv', 'VOUCHE'],
  ['members_2026-11-30.csv.gz', 'MEMBER'],
  ['export of Club.CSV', 'CLUB'],
  ['Müller-Reisen.txt', 'MULLER'],
  ['export.csv', 'EXPORT'],
  ['客户.csv', 'TABLE'],
  ['2026.csv', 'TABLE'],
])('the prefix from %s is %s', (fileName, prefix) => {
  expect(first(1, fileName)).toEqual([prefix]);
});

test('a prefix that is taken gets a number, within six characters', () => {
  expect(first(3, 'vouchers.csv')).toEqual(['VOUCHE', 'VOUCH2', 'VOUCH3']);
  const all = [...prefixCandidates('vouchers.csv')];
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((prefix) => !TablePrefixSchema.safeParse(prefix).success)).toEqual([]);
  expect(all.at(-1)).toBe('VOU999');
});

test('the prefix in the key of a file goes first, if it can be one', () => {
  expect(first(2, 'a.csv', 'newtab')).toEqual(['NEWTAB', 'A']);
  expect(first(1, 'a.csv', 'far-too-long')).toEqual(['A']);
});

test('the name of a table is that of the file, without folders and extensions', () => {
  expect(stemOf('inbox/NEWTAB/Voucher customers.csv.gz')).toBe('Voucher customers');
});
