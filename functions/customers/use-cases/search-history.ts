import type { Caller } from '../../shared/domain/caller.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import type { PageRequest } from '../../shared/domain/page.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { CustomerView } from '../domain/customer-view.ts';
import { eventIdOf, placeOfTime } from '../domain/event-place.ts';
import { type HistoryFilter, matchesText, matchesWithoutText } from '../domain/history-filter.ts';
import { isWhole, type NoteEvent } from '../domain/note.ts';
import { linesBelow, mergeTimeline, parsePosition, type TimelineEntry } from '../domain/timeline.ts';
import type { CustomerAddress, DeskPorts } from './desk-ports.ts';
import { findCustomer, openView } from './get-customer.ts';
import { positionAfter, shownEntry, type TimelineRead } from './timeline-page.ts';

type SearchPorts = Pick<DeskPorts, 'tables' | 'records' | 'history' | 'notes' | 'importedChanges'>;

/** DynamoDB ends a request after 1 MB, usually some 3,000 events. */
const EVENTS_PER_REQUEST = 1_000;
/** Of texts of notes that lists do not show whole. */
const NOTE_BYTES_PER_REQUEST = 512 * 1024;
const NOTES_AT_ONCE = 8;

export interface FoundHistory {
  readonly items: readonly TimelineEntry[];
  readonly next?: string;
  /** The time of the last entry that was compared; absent at the end of the history. */
  readonly searchedTo?: string;
}

/** Events that are earlier than the filter are not compared: the search is at its end. */
async function readTimeline(
  { history }: SearchPorts,
  view: CustomerView,
  { customerId, imports }: CustomerRecord,
  { from, to }: HistoryFilter,
  position: ReturnType<typeof parsePosition>,
): Promise<TimelineRead> {
  const after = position.place ?? (to === undefined ? undefined : placeOfTime(to));
  const read = await history.list(view.table, customerId, { limit: EVENTS_PER_REQUEST, after }, false);
  const lines = linesBelow(imports, position.below);
  const tooEarly = from === undefined ? -1 : read.items.findIndex(({ at }) => Date.parse(at) < Date.parse(from));
  return { events: tooEarly < 0 ? read : { items: read.items.slice(0, tooEarly) }, lines };
}

interface Candidate {
  readonly entry: TimelineEntry;
  /** Undefined if the caller does not see it, or a condition does not hold. */
  readonly shown: TimelineEntry | undefined;
}

const longNote = ({ shown }: Candidate): NoteEvent | undefined =>
  shown && 'event' in shown && shown.event.kind === 'note' && !isWhole(shown.event) ? shown.event : undefined;

/** The candidates up to the one whose text is too much for one request; at least one of them. */
function withinBytes(candidates: readonly Candidate[]): readonly Candidate[] {
  let bytes = 0;
  const end = candidates.findIndex((candidate, index) => {
    bytes += longNote(candidate)?.textBytes ?? 0;
    return bytes > NOTE_BYTES_PER_REQUEST && index > 0;
  });
  return end < 0 ? candidates : candidates.slice(0, end);
}

async function readTexts(
  { notes }: SearchPorts,
  { table }: CustomerView,
  customerId: string,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  const long = candidates.flatMap((candidate) => longNote(candidate) ?? []);
  await mapConcurrently(long, NOTES_AT_ONCE, async (note) => {
    const [found] = await notes.readTexts(table, customerId, eventIdOf(note), [note.revision]);
    if (found) texts.set(note.id, found.text);
  });
  return texts;
}

/**
 * The entries of a customer's history for which all conditions hold, the newest first. Reads a bounded part of the history:
 * a page may have few entries or none, and says how far it has come.
 * @throws DomainError `crm-table.*`, `customer.not-found`
 */
export async function searchHistory(
  ports: SearchPorts,
  { prefix, customerId }: CustomerAddress,
  filter: HistoryFilter,
  { limit, after }: PageRequest,
  caller: Caller,
): Promise<FoundHistory> {
  const view = await openView(ports, caller, 'customers.search', prefix);
  const record = await findCustomer(ports, view, customerId, false);
  const position = parsePosition(after);
  const read = await readTimeline(ports, view, record, filter, position);
  const entries = mergeTimeline(
    read.events.items,
    read.lines,
    read.events.next === undefined,
    Number.POSITIVE_INFINITY,
  );
  const all = await Promise.all(
    entries.map(async (entry): Promise<Candidate> => {
      const shown = await shownEntry(ports, view, record, entry);
      return { entry, shown: shown && matchesWithoutText(filter, shown) ? shown : undefined };
    }),
  );
  const candidates = filter.text === undefined ? all : withinBytes(all);
  const texts = filter.text === undefined ? new Map() : await readTexts(ports, view, customerId, candidates);
  const compared = {
    labelOf: (code: string) => view.field(code)?.label,
    noteText: ({ id }: { id: string }) => texts.get(id),
  };

  const items: TimelineEntry[] = [];
  let used = 0;
  for (const { shown } of candidates) {
    if (items.length === limit) break;
    used += 1;
    if (shown && matchesText(filter, shown, compared)) items.push(shown);
  }
  const passed = entries.slice(0, used);
  const next = positionAfter(ports, position, passed, read);
  return { items, ...(next !== undefined && { next, ...searchedTo(passed) }) };
}

function searchedTo(passed: readonly TimelineEntry[]): { readonly searchedTo?: string } {
  const times = passed.flatMap((entry) => ('event' in entry ? entry.event.at : (entry.line.at ?? [])));
  const last = times.at(-1);
  return last === undefined ? {} : { searchedTo: last };
}
