import { describe, expect, test } from '@jest/globals';
import type { AuditReader } from '../../../functions/people/ports.ts';
import { listAudit } from '../../../functions/people/use-cases/list-audit.ts';
import type { AuditEntry } from '../../../functions/shared/domain/audit/audit-entry.ts';
import type { AccountScope } from '../../../functions/shared/domain/caller.ts';
import { testEntry } from '../../support/origin.ts';

const positionOf = ({ at, requestId }: Pick<AuditEntry, 'at' | 'requestId'>) => `${at}#${requestId}`;

/** Entries over five months, of three accounts and the installation. */
const ENTRIES: readonly AuditEntry[] = Array.from({ length: 400 }, (_, index) => ({
  ...testEntry(),
  at: new Date(Date.UTC(2026, 6, 1) + index * 9 * 60 * 60 * 1000).toISOString(),
  account: ['AAA', 'BBB', 'CCC', null][(index * 7 + Math.floor(index / 50)) % 4] ?? null,
  kind: index % 90 === 0 ? 'rare' : 'usual',
  person: `user-${index % 3}`,
  name: `Thing ${index}`,
}));
const NEWEST_FIRST = ENTRIES.toReversed();

/** Reads at most so many entries at once, as a page of a database does. */
function readerOf(most: number): AuditReader & { reads: number } {
  return {
    reads: 0,
    positionOf,
    async read(list, { month, from, below, limit }) {
      this.reads += 1;
      const found = NEWEST_FIRST.filter(
        (entry) =>
          (list === 'all' || entry.account === list) &&
          entry.at.startsWith(month) &&
          entry.at >= from &&
          positionOf(entry) < below,
      );
      const entries = found.slice(0, Math.min(limit, most));
      const last = entries.at(-1);
      return last && found.length > entries.length ? { entries, next: positionOf(last) } : { entries };
    },
    rejectionsOf: async () => undefined,
  };
}

const WHOLE = { from: '2026-07-01T00:00:00.000Z', before: '2026-12-31T00:00:00.000Z' };

async function all(accounts: AccountScope, filter: object = {}, limit = 7, most = 5) {
  const audits = readerOf(most);
  const items: AuditEntry[] = [];
  let after: string | undefined;
  let pages = 0;
  do {
    const page = await listAudit({ audits }, accounts, { ...WHOLE, ...filter }, { limit, after });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    after = page.next;
    pages += 1;
  } while (after !== undefined);
  return { items, pages };
}

describe('the audit, page by page', () => {
  test.each([1, 7, 100])('has every entry once, the newest first, %i at a time', async (limit) => {
    expect((await all('all', {}, limit)).items).toEqual(NEWEST_FIRST);
  });

  test('has only the entries of the accounts of the caller, none of the installation, whose lists end unequally', async () => {
    const own = NEWEST_FIRST.filter(({ account }) => account === 'AAA' || account === 'CCC');
    expect((await all(['AAA', 'CCC'])).items).toEqual(own);
    expect((await all([])).items).toEqual([]);
  });

  test('narrows to an account, and to none that the caller may not see', async () => {
    const own = NEWEST_FIRST.filter(({ account }) => account === 'BBB');
    expect((await all('all', { account: 'BBB' })).items).toEqual(own);
    expect((await all(['AAA'], { account: 'BBB' })).items).toEqual([]);
  });

  test('narrows by kind, person, object and time', async () => {
    expect((await all('all', { kind: 'rare' })).items).toEqual(NEWEST_FIRST.filter(({ kind }) => kind === 'rare'));
    expect((await all('all', { person: 'user-1' })).items).toHaveLength(133);
    expect((await all('all', { object: 'thing 399' })).items).toEqual([ENTRIES[399]]);
    const span = { from: '2026-09-10T00:00:00.000Z', before: '2026-10-02T00:00:00.000Z' };
    const within = NEWEST_FIRST.filter(({ at }) => at >= span.from && at < span.before);
    expect((await all('all', span)).items).toEqual(within);
    expect((await all('all', { from: WHOLE.before, before: WHOLE.from })).items).toEqual([]);
  });

  test('bounds the reads of a request, which then ends early and continues', async () => {
    const { items, pages } = await all('all', { kind: 'rare' }, 100);
    expect(items).toHaveLength(5);
    expect(pages).toBeGreaterThan(5);
  });
});
