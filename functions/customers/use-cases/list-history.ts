import type { Caller } from '../../shared/domain/caller.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView } from '../domain/customer-view.ts';
import type { HistoryEvent } from '../domain/history-event.ts';
import type { ImportLine } from '../domain/import-line.ts';
import {
  linesBelow,
  mergeTimeline,
  parsePosition,
  type TimelineEntry,
  type TimelinePosition,
  writePosition,
} from '../domain/timeline.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';

type HistoryPorts = Pick<DeskPorts, 'tables' | 'records' | 'history' | 'importedChanges'>;

const eventsOf = (entries: readonly TimelineEntry[]) =>
  entries.flatMap((entry) => ('event' in entry ? entry.event : []));
const linesOf = (entries: readonly TimelineEntry[]) => entries.flatMap((entry) => ('line' in entry ? entry.line : []));

/** The entry as the caller may see it, with the start of the import where the customer's item does not say it. */
async function shown(
  { importedChanges }: HistoryPorts,
  view: CustomerView,
  { deletedVersion }: CustomerRecord,
  entry: TimelineEntry,
): Promise<readonly TimelineEntry[]> {
  if ('event' in entry) {
    const event = view.showEvent(entry.event, deletedVersion);
    return event ? [{ event }] : [];
  }
  const { line } = entry;
  return [{ line: { ...line, at: line.at ?? (await importedChanges.startOf(view.table.prefix, line.importId)) } }];
}

/** Where the list goes on after these entries; undefined if it is at its end. */
function positionAfter(
  { history }: HistoryPorts,
  { place, below }: TimelinePosition,
  entries: readonly TimelineEntry[],
  { events, lines }: { readonly events: Page<HistoryEvent>; readonly lines: readonly ImportLine[] },
): string | undefined {
  const [lastEvent, lastLine] = [eventsOf(entries).at(-1), linesOf(entries).at(-1)];
  const isEnd = events.next === undefined && entries.length === events.items.length + lines.length;
  if (isEnd) return undefined;
  return writePosition({
    place: lastEvent ? history.placeOf(lastEvent) : place,
    below: lastLine?.version ?? below,
  });
}

/**
 * The changes of a customer, newest first: each change of a person, and each import as one line. A change of fields that the
 * caller does not see is left out, so a page may be short.
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
  const items = await Promise.all(entries.map((entry) => shown(ports, view, record, entry)));
  const next = positionAfter(ports, position, entries, { events, lines });
  return { items: items.flat(), ...(next !== undefined && { next }) };
}
