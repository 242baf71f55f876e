import { describe, expect, test } from '@jest/globals';
import { auditCsv } from '../../src/audit/csv-model.ts';
import { auditOf } from '../../src/audit/kinds.ts';
import { type AuditEntry, actText, filterOf, objectText, pageOf, personOf, queryOf } from '../../src/audit/model.ts';

const ENTRY: AuditEntry = {
  ...{ at: '2026-11-30T09:15:00.000Z', requestId: 'r-1', person: 'u-1', roles: ['Administrator'], account: 'BRI' },
  ...{ kind: 'campaign', action: 'update', object: 'c-1', name: 'City breaks', omitted: 0 },
  changes: [{ path: 'name', before: 'City', after: 'City breaks' }],
};

describe('the search of the audit', () => {
  test('leaves out parts of the address that the API would reject', () => {
    const search = new URLSearchParams({
      account: 'bri',
      kind: 'horse',
      object: ' x ',
      from: 'soon',
      to: '2026-02-31x',
    });
    expect(filterOf(search)).toEqual({ account: 'BRI', person: '', kind: '', object: 'x', from: '', to: '' });
    expect(queryOf(filterOf(new URLSearchParams()))).toEqual({});
  });

  test('includes both days', () => {
    const { from = '', before = '' } = queryOf(filterOf(new URLSearchParams({ from: '2026-11-30', to: '2026-11-30' })));
    expect(new Date(from)).toEqual(new Date('2026-11-30T00:00'));
    expect(new Date(before)).toEqual(new Date('2026-12-01T00:00'));
  });

  test('finds an object since it was created', () => {
    const link = new URL(auditOf('schedule', 's-1', '2026-11-30T09:15:00.000Z'), 'https://console.example');
    const filter = filterOf(link.searchParams);
    expect(filter).toMatchObject({ kind: 'schedule', object: 's-1' });
    expect(queryOf(filter).from ?? '').toMatch(/^2026-11-(29|30)T/);
  });
});

describe('an entry', () => {
  test('says in words what was done on what, by whom', () => {
    expect([actText(ENTRY), objectText(ENTRY), personOf(ENTRY)]).toEqual(['Campaign changed', 'City breaks', 'u-1']);
    const rejected = { ...ENTRY, kind: 'request', action: 'reject', object: 'POST /roles', username: 'ann' };
    expect([actText(rejected), personOf(rejected)]).toEqual(['Rejected request', 'ann']);
    expect(actText({ ...ENTRY, kind: 'later', action: 'paint' })).toBe('later paint');
  });

  test.each([
    ['account', '/accounts/X'],
    ['campaign', '/accounts/BRI/campaigns/X'],
    ['crm-table', '/accounts/BRI/crm-tables/X'],
    ['import-definition', '/accounts/BRI/crm-tables/VOUCIM/definitions/X'],
    ['schedule', '/accounts/BRI/crm-tables/VOUCIM/schedules/X'],
    ['import', '/imports/X'],
    ['user', '/users/X'],
    ['group', '/groups/X'],
    ['role', '/roles/X'],
    ['features', '/settings/features'],
    ['request', undefined],
    ['later', undefined],
  ])('of the kind %s leads to the page of its object', (kind, page) => {
    const entry = { ...ENTRY, kind, table: 'VOUCIM', object: 'X' };
    expect(pageOf(entry)).toBe(page);
    expect(pageOf({ ...entry, action: 'delete' })).toBeUndefined();
  });

  test('of a schedule without its CRM table leads nowhere', () => {
    expect(pageOf({ ...ENTRY, kind: 'schedule' })).toBeUndefined();
  });
});

test('the file has a line for each entry, and no cell that a spreadsheet runs', () => {
  const csv = auditCsv([
    { ...ENTRY, name: '=1+1', changes: [...ENTRY.changes, { path: 'email', isMasked: true }] },
    { ...ENTRY, kind: 'request', rejections: 3 },
  ]);
  const [header, first, second] = csv.replace('\n"', '\n').split('\n2026');
  expect(csv.startsWith('\uFEFFTime,Person,')).toBe(true);
  expect(header?.split(',')).toHaveLength(15);
  expect(first).toContain(",'=1+1,");
  expect(first).toContain('name: City → City breaks\nemail: not kept, because it is personal → not kept');
  expect(second).toContain(',3,r-1');
});
