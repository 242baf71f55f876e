import { describe, expect, test } from '@jest/globals';
import { isListed } from '../../src/shared/list/is-listed.ts';
import { PAGE_SIZE, type PageOf, shownPage } from '../../src/shared/list/pages-model.ts';

const numbers = (count: number, from = 0): number[] => Array.from({ length: count }, (_, index) => from + index);
const pages = (...counts: number[]): PageOf<number>[] =>
  counts.map((count, index) => ({
    items: numbers(
      count,
      counts.slice(0, index).reduce((sum, each) => sum + each, 0),
    ),
  }));

describe('the page of a list', () => {
  test('is the page of the API', () => {
    const shown = shownPage({ read: pages(PAGE_SIZE), hasMore: true, wanted: 1, isFiltered: false });
    expect(shown).toEqual({ items: numbers(PAGE_SIZE), page: 1, knownPages: 1, known: PAGE_SIZE, isIncomplete: false });
  });

  test('is filled from several pages of the API, of which some are empty', () => {
    const read = pages(10, 0, 20);
    const first = shownPage({ read, hasMore: false, wanted: 1, isFiltered: true });
    expect(first).toMatchObject({ items: numbers(PAGE_SIZE), page: 1, knownPages: 2, isIncomplete: false });
    const second = shownPage({ read, hasMore: false, wanted: 2, isFiltered: true });
    expect(second.items).toEqual(numbers(5, PAGE_SIZE));
  });

  test('shows what is known while the API is read on', () => {
    const shown = shownPage({ read: pages(3, 0), hasMore: true, wanted: 1, isFiltered: true });
    expect(shown).toMatchObject({ items: numbers(3), isIncomplete: true });
  });

  test('is complete with a filter when it is known whether another page follows', () => {
    const full = { hasMore: true, wanted: 1, isFiltered: true };
    expect(shownPage({ read: pages(PAGE_SIZE), ...full }).isIncomplete).toBe(true);
    expect(shownPage({ read: pages(PAGE_SIZE + 1), ...full }).isIncomplete).toBe(false);
  });

  test('is the last one if the address names a page after it', () => {
    const shown = shownPage({ read: pages(PAGE_SIZE, 5), hasMore: false, wanted: 9, isFiltered: false });
    expect(shown).toMatchObject({ items: numbers(5, PAGE_SIZE), page: 2 });
  });

  test('is the first one of an empty list', () => {
    const shown = shownPage({ read: pages(0), hasMore: false, wanted: 3, isFiltered: false });
    expect(shown).toEqual({ items: [], page: 1, knownPages: 0, known: 0, isIncomplete: false });
  });
});

describe('whether an item is in a list', () => {
  const list = [{ items: ['a'], nextCursor: '1' }, { items: [], nextCursor: '2' }, { items: ['b'] }];
  const read = (cursors: (string | undefined)[]) => async (cursor: string | undefined) => {
    cursors.push(cursor);
    return list[Number(cursor ?? 0)] ?? { items: [] };
  };

  test('is known after the page that has it, also after an empty page', async () => {
    const cursors: (string | undefined)[] = [];
    expect(await isListed(read(cursors), (item) => item === 'b')).toBe(true);
    expect(cursors).toEqual([undefined, '1', '2']);
    expect(await isListed(read(cursors), (item) => item === 'a')).toBe(true);
    expect(cursors).toHaveLength(4);
  });

  test('is known at the end of the list', async () => {
    expect(await isListed(read([]), (item) => item === 'c')).toBe(false);
  });
});
