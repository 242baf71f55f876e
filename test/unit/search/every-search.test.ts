import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { singleKey } from '../../../functions/search/domain/index-keys.ts';
import { countedSingles, customerSearch, entriesOf, type Term } from '../../../functions/search/index.ts';
import { anySearchPlan, SearchRun } from '../../support/search-run.ts';

/** `SEARCH_RUNS=2000 npm test -- test/unit/search/every-search.test.ts` for more. */
const RUNS = Number(process.env.SEARCH_RUNS ?? 30);

let output: jest.SpiedFunction<typeof process.stdout.write>;
beforeAll(() => {
  output = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => output.mockRestore());

test('a search finds what a scan of all customers finds, whatever was edited, imported, ticked or written again', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(anySearchPlan, async (plan) => {
      const run = new SearchRun();
      await run.run(plan);
      found += run.found;
    }),
    { numRuns: RUNS, seed: 16, ...(process.env.SEARCH_RUNS && { seed: Date.now() }) },
  );
  expect(found).toBeGreaterThan(RUNS);
}, 1_200_000);

test('an edited first word is found together with a word that has not changed', async () => {
  const run = new SearchRun();
  await run.run({
    actions: [
      { kind: 'create', id: 'A1', values: { P010: 'Joan', P011: 'Smith' } },
      { kind: 'wait', seconds: 4_000 },
      { kind: 'tick', code: 'P021' },
      { kind: 'rebuild', kill: null, edit: null },
      // The entries of the creation are deleted.
      { kind: 'wait', seconds: 400 },
      { kind: 'rebuild', kill: null, edit: null },
      { kind: 'update', id: 'A1', values: { P010: 'zoe' } },
    ],
    searches: [{ text: 'zoe smith', hidden: false }],
  });
  expect(run.found).toBe(1);
});

test('words that are edited one after the other are found together, and read no customer with another word', async () => {
  const run = new SearchRun();
  const update = (values: Record<string, string>) => ({ kind: 'update', id: 'A1', values }) as const;
  await run.run({
    actions: [
      { kind: 'create', id: 'A1', values: { P010: 'Joan', P011: 'Smith' } },
      { kind: 'wait', seconds: 4_000 },
      { kind: 'tick', code: 'P021' },
      { kind: 'rebuild', kill: null, edit: null },
      { kind: 'wait', seconds: 400 },
      { kind: 'rebuild', kill: null, edit: null },
      update({ P011: 'Müller' }),
      update({ P010: 'zoe' }),
    ],
    searches: [{ text: 'zoe muller', hidden: false }],
  });
  expect(run.found).toBe(1);
  const { world } = run;
  const index = await customerSearch({ heads: world.heads, reader: world.index.reader }).open(world.prefix);
  const termsOf = (...words: string[]) =>
    words.map((word): Term => ({ kind: 'word', word, isWhole: false, fields: new Set(['P010', 'P011']) }));
  // The entry of the last name is older than the first name, and that of the first name knows the last name.
  expect((await index.find(termsOf('zoe', 'mull'), undefined, 25)).customerIds).toEqual(['A1']);
  expect((await index.find(termsOf('muller', 'smith'), undefined, 25)).customerIds).toEqual([]);
  expect((await index.find(termsOf('zoe', 'king'), undefined, 25)).customerIds).toEqual([]);
});

test('where a word has too many newer entries, those of the other words decide, and the answer names it', async () => {
  const { world } = new SearchRun();
  const write = (id: string, words: string, isCreation = true) =>
    world.index
      .writerAt(() => world.now)
      .write(entriesOf(world.table, id, { P010: words }).map((entry) => singleKey(world.prefix, entry, isCreation)));
  for (let id = 0; id < 5_000; id += 1) await write(`C${id}`, 'smith');
  await write('Z1', 'smith jo');
  await write('Z2', 'jo', false);
  const index = await customerSearch({ heads: world.heads, reader: world.index.reader }).open(world.prefix);
  const terms = ['smith', 'jo'].map((word): Term => ({ kind: 'word', word, isWhole: true, fields: new Set(['P010']) }));
  expect(await index.find(terms, undefined, 25)).toEqual({
    ...{ customerIds: ['Z1', 'Z2'], next: undefined, commonWord: 'smith' },
  });
});

test('a generation is due when edits and imports have written too many single entries', async () => {
  const { world } = new SearchRun();
  world.put('A', { P010: 'Smith' });
  const [single] = entriesOf(world.table, 'A', { P010: 'Smith' }).map((entry) => singleKey(world.prefix, entry, true));
  let random = 0.5;
  const writer = countedSingles(
    world.index.writerAt(() => world.now),
    world.heads,
    () => random,
  );
  if (!single) throw new Error('No entry');
  await writer.write([single]);
  expect(await world.heads.find(world.prefix)).toMatchObject({ singles: 0 });
  random = 0;
  for (let edit = 0; edit < 499; edit += 1) await writer.write([single]);
  await world.runDue();
  expect(await world.live()).toEqual([]);
  await writer.write([single]);
  await world.runDue();
  expect(await world.live()).toEqual(world.expected());
  expect(await world.heads.find(world.prefix)).toMatchObject({ singles: 0 });
});
