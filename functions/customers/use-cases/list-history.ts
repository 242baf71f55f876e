import type { Caller } from '../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { linesBelow, mergeTimeline, parsePosition, type TimelineEntry } from '../domain/timeline.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';
import { positionAfter, shownEntry } from './timeline-page.ts';

type HistoryPorts = Pick<DeskPorts, 'tables' | 'records' | 'history' | 'importedChanges'>;

/**
 * The history of a customer, newest first: each change and each note of a person, and each import as one line. A change of
 * hidden fields alone, by a person or an import, is left out, and so is a note without the right to read it: a page may be short.
 * @throws DomainError `crm-table.*`, `customer.not-found`
 */
export async function listHistory(
  ports: HistoryPorts,
  { prefix, customerId }: CustomerAddress,
  { limit, after }: PageRequest,
  caller: Caller,
): Promise<Page<TimelineEntry>> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const position = parsePosition(after);
  const [record, events] = await Promise.all([
    findCustomer(ports, view, customerId, false),
    ports.history.list(view.table, customerId, { limit, after: position.place }, false),
  ]);
  const lines = linesBelow(record.imports, position.below);
  const entries = mergeTimeline(events.items, lines, events.next === undefined, limit);
  const items = await Promise.all(entries.map((entry) => shownEntry(ports, view, record, entry)));
  const next = positionAfter(ports, position, entries, { events, lines });
  return { items: items.filter((item) => item !== undefined), ...(next !== undefined && { next }) };
}
