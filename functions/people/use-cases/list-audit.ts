import type { AuditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { AccountScope } from '../../shared/domain/caller.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { type AuditFilter, matchesAuditFilter, monthsBack } from '../domain/audit-filter.ts';
import type { AuditReader, AuditSpan } from '../ports.ts';

/** Bounds the reads of one request for a rare entry: the page is then short. */
const MOST_ROUNDS = 10;
/** How many entries a round reads of all lists together, so that few requests find a rare entry. */
const READ_PER_ROUND = 200;
const QUERIES_IN_FLIGHT = 32;

interface Round {
  readonly entries: readonly AuditEntry[];
  /** Every entry of the lists down to this position is among them; undefined at their end. */
  readonly horizon: string | undefined;
}

/** Reads a piece of several lists, newest first. Below the horizon one of the lists may have further entries. */
async function readRound(reader: AuditReader, lists: readonly (string | 'all')[], span: AuditSpan): Promise<Round> {
  const pieces = await mapConcurrently(lists, QUERIES_IN_FLIGHT, (list) => reader.read(list, span));
  const ends = pieces.flatMap(({ next }) => (next === undefined ? [] : [next]));
  const horizon = ends.length === 0 ? undefined : ends.reduce((highest, each) => (each > highest ? each : highest));
  const entries = pieces
    .flatMap((piece) => piece.entries)
    .filter((entry) => horizon === undefined || reader.positionOf(entry) >= horizon)
    .sort((one, other) => (reader.positionOf(one) < reader.positionOf(other) ? 1 : -1));
  return { entries, horizon };
}

/** The lists that hold the entries which the caller may see: one of all accounts, or one for each account. */
function listsFor(accounts: AccountScope, account: string | undefined): readonly (string | 'all')[] {
  if (accounts === 'all') return [account ?? 'all'];
  return account === undefined ? accounts : accounts.filter((each) => each === account);
}

/**
 * Audit entries, newest first, of the accounts that the caller may see. Entries of the installation are for callers with all
 * accounts. A page may hold fewer than requested, and yet not be the last.
 */
export async function listAudit(
  { audits }: { readonly audits: AuditReader },
  accounts: AccountScope,
  filter: AuditFilter,
  { limit, after }: PageRequest,
): Promise<Page<AuditEntry>> {
  const lists = listsFor(accounts, filter.account);
  const items: AuditEntry[] = [];
  const read = Math.ceil(Math.max(limit, READ_PER_ROUND) / Math.max(lists.length, 1)) + 1;
  let below = after ?? filter.before;
  let rounds = 0;
  for (const month of lists.length === 0 ? [] : monthsBack(below, filter.from)) {
    for (let isOver = false; !isOver; rounds += 1) {
      if (rounds === MOST_ROUNDS) return { items, next: below };
      const { entries, horizon } = await readRound(audits, lists, { month, from: filter.from, below, limit: read });
      for (const entry of entries.filter((each) => matchesAuditFilter(filter, each))) {
        items.push(entry);
        if (items.length === limit) return { items, next: audits.positionOf(entry) };
      }
      isOver = horizon === undefined;
      below = horizon ?? month;
    }
  }
  return { items };
}
