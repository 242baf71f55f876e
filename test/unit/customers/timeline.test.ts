import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { HistoryEvent } from '../../../functions/customers/domain/history-event.ts';
import type { ImportLine } from '../../../functions/customers/domain/import-line.ts';
import {
  linesBelow,
  mergeTimeline,
  parsePosition,
  TIMELINE_POSITION,
  type TimelineEntry,
  writePosition,
} from '../../../functions/customers/domain/timeline.ts';

const timeOf = (minute: number): string => new Date(Date.UTC(2026, 10, 22, 12, minute)).toISOString();
const placeOf = ({ version }: Pick<HistoryEvent, 'version'>): string =>
  `${String(9_999_999_999_999 - version).padStart(13, '0')}\0id`;

const eventOf = (version: number): HistoryEvent => ({
  ...{ id: `e${version}`, kind: 'updated', at: timeOf(version), by: 'agent', version, changes: [] },
});
/** An import starts before it writes. */
const lineOf = (version: number, startsBefore: number): ImportLine => ({
  ...{ importId: `i${version}`, version, at: timeOf(version - startsBefore), isCreation: version === 1 },
});

const versionOf = (entry: TimelineEntry): number => ('event' in entry ? entry.event : entry.line).version;

/** Every page, as `listHistory` reads them. */
function pagesOf(events: readonly HistoryEvent[], lines: readonly ImportLine[], limit: number): TimelineEntry[][] {
  const pages: TimelineEntry[][] = [];
  let position: string | undefined;
  for (let count = 0; count < 100; count += 1) {
    const { place, below } = parsePosition(position);
    const from = place === undefined ? 0 : events.findIndex((event) => placeOf(event) === place) + 1;
    const read = events.slice(from, from + limit);
    const isEnd = from + limit >= events.length;
    const left = linesBelow(lines, below);
    const page = mergeTimeline(read, left, isEnd, limit);
    pages.push([...page]);
    if (isEnd && page.length === read.length + left.length) return pages;
    const lastEvent = page.findLast((entry) => 'event' in entry);
    const lastLine = page.findLast((entry) => 'line' in entry);
    position = writePosition({
      place: lastEvent ? placeOf(lastEvent.event) : place,
      below: lastLine?.line.version ?? below,
    });
    expect(position).toMatch(TIMELINE_POSITION);
  }
  throw new Error('The list does not end.');
}

test('pages have every event and every line once, by version, whenever imports started', () => {
  // Whether each version was written by an import, and how many minutes before it had started.
  const plan = fc.array(fc.option(fc.nat(20), { nil: undefined }), { minLength: 1, maxLength: 40 });
  void fc.assert(
    fc.property(plan, fc.integer({ min: 1, max: 7 }), (writers, limit) => {
      const versions = writers.map((_, index) => index + 1);
      const events = versions
        .filter((version) => writers[version - 1] === undefined)
        .map(eventOf)
        .reverse();
      const lines = versions.flatMap((version) => {
        const startsBefore = writers[version - 1];
        return startsBefore === undefined ? [] : lineOf(version, startsBefore);
      });
      const pages = pagesOf(events, lines, limit);
      expect(pages.flat().map(versionOf)).toEqual([...versions].reverse());
      for (const page of pages.slice(0, -1)) expect(page).toHaveLength(limit);
    }),
  );
});

test('an import after a deleted life of the customer comes before its events, although their versions are higher', () => {
  const before = { ...eventOf(9), at: timeOf(0) };
  const entries = mergeTimeline([before], [lineOf(1, 0)], true, 10);
  expect(entries.map(versionOf)).toEqual([1, 9]);
});
