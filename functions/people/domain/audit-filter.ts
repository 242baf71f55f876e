import type { AuditEntry } from '../../shared/domain/audit/audit-entry.ts';

/** Which entries are wanted; what is left out allows all. Times are ISO 8601, UTC. */
export interface AuditFilter {
  readonly account?: string | undefined;
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  /** The id of an object, or a part of its name. */
  readonly object?: string | undefined;
  readonly from: string;
  readonly before: string;
}

const contains = (text: string | undefined, part: string): boolean =>
  text?.toLowerCase().includes(part.toLowerCase()) ?? false;

export function matchesAuditFilter({ person, kind, object }: AuditFilter, entry: AuditEntry): boolean {
  return (
    (person === undefined || entry.person === person) &&
    (kind === undefined || entry.kind === kind) &&
    (object === undefined || entry.object === object || contains(entry.name, object))
  );
}

/** The months from the newest to the oldest, as `2026-11`. */
export function monthsBack(newest: string, oldest: string): string[] {
  const months: string[] = [];
  const month = new Date(`${newest.slice(0, 7)}-01T00:00:00Z`);
  for (; month.toISOString().slice(0, 7) >= oldest.slice(0, 7); month.setUTCMonth(month.getUTCMonth() - 1))
    months.push(month.toISOString().slice(0, 7));
  return months;
}
