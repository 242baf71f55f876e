import { describe, expect, test } from '@jest/globals';
import { eventIdOf, placeOf } from '../../../functions/customers/domain/event-place.ts';
import type { StoredEvent } from '../../../functions/customers/domain/history-event.ts';
import type { HistoryFilter } from '../../../functions/customers/domain/history-filter.ts';
import type { ImportLine } from '../../../functions/customers/domain/import-line.ts';
import { textParts } from '../../../functions/customers/domain/note.ts';
import type { TimelineEntry } from '../../../functions/customers/domain/timeline.ts';
import { getImportedChange } from '../../../functions/customers/use-cases/get-imported-change.ts';
import { searchHistory } from '../../../functions/customers/use-cases/search-history.ts';
import type { Grant } from '../../../functions/shared/domain/caller.ts';
import type { Permission } from '../../../functions/shared/domain/permissions.ts';
import { publishedIn } from '../../support/memory-desk.ts';
import { voucim } from '../../support/published-table.ts';

const timeOf = (minute: number): string => new Date(Date.UTC(2026, 10, 1) + minute * 60_000).toISOString();

const change = (minute: number, by: string, code: string, value: string): StoredEvent => ({
  ...{ id: `c${minute}`, kind: 'updated', at: timeOf(minute), by, version: minute + 2 },
  changes: [{ code, old: 'Before', new: value }],
});

/** The field that an import has changed; its files are gone where there is none. */
const CHANGED: Readonly<Record<string, string>> = { 'of-name': 'P011', 'of-number': 'P012' };

/** The whole texts of notes by their ids. */
const TEXTS = new Map<string, string>();

function note(minute: number, by: string, text: string): StoredEvent {
  const event: StoredEvent = {
    ...{ id: `n${minute}`, kind: 'note', at: timeOf(minute), by, version: minute + 2, revision: 1 },
    ...textParts(text),
  };
  TEXTS.set(eventIdOf(event), text);
  return event;
}

const grantsOf = (permissions: readonly Permission[], hidden: readonly string[] = []): readonly Grant[] => [
  { role: 'r', name: 'R', permissions, accounts: 'all', fieldRules: [{ prefix: 'VOUCIM', hidden, readOnly: [] }] },
];
const EVERYONE = { userId: 'u', grants: grantsOf(['customers.search', 'notes.write']) };
const ADDRESS = { prefix: 'VOUCIM', customerId: 'A' };

let read = 0;

/** A history in memory, whose newest event comes first. */
function portsOf(events: readonly StoredEvent[], imports: readonly ImportLine[]) {
  const newest = [...events].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const unused = async () => {
    throw new Error('The search does not call this.');
  };
  const record = { customerId: 'A', version: 9_999, importId: undefined, fence: 0, imports, deletedAt: undefined };
  const find = async (_: string, importId: string) => {
    const changed = CHANGED[importId];
    const values = changed && { before: { [changed]: 'Old' }, after: { [changed]: 'New' } };
    const state = values ? ('complete' as const) : ('missing' as const);
    return { fileName: 'a.csv', startedAt: timeOf(0), requestedBy: 'u', state, ...(values && { values }) };
  };
  const unusedRecords = { readMany: unused, create: unused, update: unused, remove: unused };
  const unusedHistory = { findRemoval: unused, listRemovals: unused, removeValues: unused };
  const unusedNotes = { find: unused, readPins: unused, write: unused };
  return {
    tables: publishedIn(voucim()),
    records: { ...unusedRecords, read: async () => ({ ...record, deletedVersion: 0, values: {}, bytes: 100 }) },
    importedChanges: { find, startOf: async () => timeOf(0) },
    history: {
      ...unusedHistory,
      placeOf,
      list: async (_: unknown, __: string, { limit, after }: { limit: number; after: string | undefined }) => {
        const left = newest.filter((event) => after === undefined || placeOf(event) > after);
        const [items, last] = [left.slice(0, limit), left[limit - 1]];
        return left.length > limit && last ? { items, next: placeOf(last) } : { items };
      },
    },
    notes: {
      ...unusedNotes,
      readTexts: async (_: unknown, __: string, noteId: string) => {
        read += 1;
        return [{ revision: 1, text: TEXTS.get(noteId) ?? '', at: timeOf(0), by: 'u' }];
      },
    },
  };
}

const nameOf = (entry: TimelineEntry): string => ('event' in entry ? entry.event.id : entry.line.importId);

/** Every page of a search: the names of what it has found, and how far it has come. */
async function pagesOf(
  ports: ReturnType<typeof portsOf>,
  filter: HistoryFilter,
  limit = 25,
  caller = EVERYONE,
): Promise<ReadonlyArray<{ readonly found: readonly string[]; readonly searchedTo: string | undefined }>> {
  const pages = [];
  let after: string | undefined;
  do {
    const { items, next, searchedTo } = await searchHistory(ports, ADDRESS, filter, { limit, after }, caller);
    pages.push({ found: items.map(nameOf), searchedTo });
    after = next;
  } while (after !== undefined);
  return pages;
}

const foundBy = async (...given: Parameters<typeof pagesOf>) => (await pagesOf(...given)).flatMap(({ found }) => found);

const LONG = `${'x'.repeat(1_000)} Zürich`;
const EVENTS = [
  change(1, 'ann', 'P011', 'Müller'),
  note(2, 'bob', 'Calls back at six.'),
  change(3, 'bob', 'P012', '020 7946 0018'),
  note(4, 'ann', LONG),
];
const IMPORTS: readonly ImportLine[] = [{ importId: 'import-1', version: 1, at: timeOf(0), isCreation: true }];
const PORTS = portsOf(EVENTS, IMPORTS);

describe('a search in a history', () => {
  test.each<[string, HistoryFilter, readonly string[]]>([
    ['without a condition has all', {}, ['n4', 'c3', 'n2', 'c1', 'import-1']],
    ['by kinds', { kinds: ['note', 'imported'] }, ['n4', 'n2', 'import-1']],
    ['by a person', { by: 'bob' }, ['c3', 'n2']],
    ['by a value, whatever the case and accents', { text: 'MULLER' }, ['c1']],
    ['by the label of a field', { text: 'last name' }, ['c1']],
    ['by the text of a note beyond its beginning', { text: 'zurich' }, ['n4']],
    ['by an import', { text: 'import-1' }, ['import-1']],
    ['by time, ends included', { from: timeOf(2), to: timeOf(3) }, ['c3', 'n2']],
    ['by time also for imports', { to: timeOf(1) }, ['c1', 'import-1']],
    ['by all conditions together', { kinds: ['note'], by: 'bob', text: 'six' }, ['n2']],
    ['finds nothing where nothing matches', { text: 'nothing' }, []],
  ])('%s', async (_, filter, found) => {
    expect(await foundBy(PORTS, filter)).toEqual(found);
    expect(await foundBy(PORTS, filter, 1)).toEqual(found);
  });

  test('does not find a change that the roles hide, by a person or an import, nor a note without the right to read it', async () => {
    const hiding = { userId: 'u', grants: grantsOf(['customers.search', 'notes.write'], ['P012']) };
    expect(await foundBy(PORTS, { text: '7946' }, 25, hiding)).toEqual([]);
    expect(await foundBy(PORTS, {}, 25, hiding)).toEqual(['n4', 'n2', 'c1', 'import-1']);
    const changes = ['of-name', 'of-number', 'of-lost-files'];
    const lines = changes.map((importId, index) => ({
      importId,
      version: 2 + index,
      at: timeOf(0),
      isCreation: false,
    }));
    const imported = portsOf([], [...IMPORTS, ...lines]);
    expect(await foundBy(imported, {})).toEqual(['of-lost-files', 'of-number', 'of-name', 'import-1']);
    expect(await foundBy(imported, {}, 25, hiding)).toEqual(['of-name', 'import-1']);
    const opened = (importId: string, caller: typeof hiding) =>
      getImportedChange(imported, { ...ADDRESS, importId }, caller).then(({ changes }) => changes);
    expect(await opened('of-number', EVERYONE)).toEqual([{ code: 'P012', old: 'Old', new: 'New' }]);
    await expect(opened('of-number', hiding)).rejects.toThrow('no import of-number');
    const withoutNotes = { userId: 'u', grants: grantsOf(['customers.search']) };
    expect(await foundBy(PORTS, { text: 'six' }, 25, withoutNotes)).toEqual([]);
    expect(await foundBy(PORTS, { kinds: ['note'] }, 25, withoutNotes)).toEqual([]);
  });

  test('ends a request after a thousand events, says how far it has come, and goes on', async () => {
    const many = Array.from({ length: 2_100 }, (_, minute) => change(minute, 'ann', 'P011', `Name ${minute}`));
    const pages = await pagesOf(portsOf(many, IMPORTS), { text: 'name 50' });
    expect(pages).toEqual([
      { found: [], searchedTo: timeOf(1_100) },
      { found: expect.arrayContaining(['c509']), searchedTo: timeOf(100) },
      { found: ['c50'], searchedTo: undefined },
    ]);
  });

  test('reads the texts of long notes for half a megabyte a request, and none without a text to compare', async () => {
    const long = Array.from({ length: 40 }, (_, minute) => note(minute, 'ann', `${'y'.repeat(32_000)} ${minute}!`));
    const ports = portsOf(long, []);
    const pages = await pagesOf(ports, { text: 'y 7!' });
    expect(pages.flatMap(({ found }) => found)).toEqual(['n7']);
    expect(pages.length).toBe(3);
    read = 0;
    expect(await foundBy(ports, { kinds: ['note'], by: 'ann' }, 100)).toHaveLength(40);
    expect(await foundBy(ports, { by: 'bob', text: 'y' })).toEqual([]);
    expect(read).toBe(0);
  });
});
