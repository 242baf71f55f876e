import type { Page } from '../../shared/domain/page.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView } from '../domain/customer-view.ts';
import { changeOf, type FieldChange, type StoredEvent } from '../domain/history-event.ts';
import type { ImportLine } from '../domain/import-line.ts';
import { type TimelineEntry, type TimelinePosition, writePosition } from '../domain/timeline.ts';
import type { ImportedChange } from '../ports.ts';
import type { DeskPorts } from './desk-ports.ts';

/** What one reading of a history has found. */
export interface TimelineRead {
  readonly events: Page<StoredEvent>;
  readonly lines: readonly ImportLine[];
}

const eventsOf = (entries: readonly TimelineEntry[]) =>
  entries.flatMap((entry) => ('event' in entry ? entry.event : []));
const linesOf = (entries: readonly TimelineEntry[]) => entries.flatMap((entry) => ('line' in entry ? entry.line : []));

/** The fields that an import has changed, as far as the caller sees them. */
export function shownChanges(view: CustomerView, { values }: Pick<ImportedChange, 'values'>): readonly FieldChange[] {
  const { before = {}, after = {} } = values ?? {};
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return view.showChanges(codes.map((code) => changeOf(code, before[code] ?? undefined, after[code] ?? undefined)));
}

/**
 * Whether the caller may know that the import has changed the customer. A change of hidden fields alone does not exist for the
 * caller, as with a change by a person: where one yes-no field is hidden, the number of its changes is its value. So for these
 * callers the import has to be known to have changed a field that they see; it is not while its files are not written, or
 * when they are gone.
 */
export const showsImport = (
  view: CustomerView,
  { isCreation }: Pick<ImportLine, 'isCreation'>,
  change: Pick<ImportedChange, 'values'>,
): boolean => !view.hidesFields || isCreation || shownChanges(view, change).length > 0;

async function shownLine(
  { importedChanges }: Pick<DeskPorts, 'importedChanges'>,
  view: CustomerView,
  customerId: string,
  line: ImportLine,
): Promise<ImportLine | undefined> {
  const { prefix } = view.table;
  if (view.hidesFields && !line.isCreation) {
    // The files of the import are read for these callers alone.
    const change = await importedChanges.find(prefix, line.importId, customerId);
    if (!change || !showsImport(view, line, change)) return undefined;
  }
  return { ...line, at: line.at ?? (await importedChanges.startOf(prefix, line.importId)) };
}

/** The entry as the caller may see it, with the start of the import where the customer's item does not say it. */
export async function shownEntry(
  ports: Pick<DeskPorts, 'importedChanges'>,
  view: CustomerView,
  { customerId, deletedVersion }: CustomerRecord,
  entry: TimelineEntry,
): Promise<TimelineEntry | undefined> {
  if ('event' in entry) {
    const event = view.showEvent(entry.event, deletedVersion);
    return event && { event };
  }
  const line = await shownLine(ports, view, customerId, entry.line);
  return line && { line };
}

/** Where the list goes on after these entries; undefined if it is at its end. */
export function positionAfter(
  { history }: Pick<DeskPorts, 'history'>,
  { place, below }: TimelinePosition,
  entries: readonly TimelineEntry[],
  { events, lines }: TimelineRead,
): string | undefined {
  const passed = eventsOf(entries);
  const [lastEvent, lastLine] = [passed.at(-1), linesOf(entries).at(-1)];
  const isEnd = events.next === undefined && entries.length === events.items.length + lines.length;
  if (isEnd) return undefined;
  // Events of a later release cannot be read, and yet the list has to go on after them.
  const isPassed = passed.length === events.items.length && events.next !== undefined;
  const lastPlace = lastEvent ? history.placeOf(lastEvent) : place;
  return writePosition({ place: isPassed ? events.next : lastPlace, below: lastLine?.version ?? below });
}
