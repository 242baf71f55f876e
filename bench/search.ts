import { type SearchRequest, searchCustomers } from '../functions/customers/use-cases/search-customers.ts';
import { DomainError } from '../functions/shared/domain/errors.ts';
import { seededRandom } from '../local/demo/random.ts';
import type { Bench, RangedLine, SearchLine, UnitsLine } from './support/bench.ts';
import { measurePairs, median, rangedLine } from './support/pairs.ts';
import { RecordedCalls, sendWaves } from './support/recorded-calls.ts';
import { AGENT, clientOf, deskPorts, meteredDesk } from './support/search-desk.ts';
import { buildSearchFixture, editLastName, SEARCHED_TABLE, type SearchFixture } from './support/search-fixture.ts';
import { KINDS, type Kind, SearchMix } from './support/search-texts.ts';

const ROWS = 100_000;
const SEED = 16;
/** The default of the API. */
const LIMIT = 25;
const SEARCHES = 200;
const PAIRS = 9;
/** Searches of one side of a pair. Their median is the side's time, so that a pause of the machine does not count. */
const TIMED = 25;
const WARM_UP = 3;
const EDITS = 50;

type Request = Omit<SearchRequest, 'limit'>;

/**
 * Searches in customers whose names are as frequent as real ones: read units of the lookup and of each hit; the time of the
 * use case against the bare calls that it sends; write units of an edited last name of one word and of two.
 */
export const searchBench: Bench = async function* ({ rows = ROWS }) {
  const fixture = await buildSearchFixture(rows);
  try {
    const mix = new SearchMix(fixture.customers, seededRandom(SEED));
    for (const kind of KINDS) yield await readUnits(fixture, kind, mix.requests(kind, SEARCHES));
    for (const kind of KINDS) yield await times(fixture, kind, mix.requests(kind, TIMED));
    yield* writeUnits(fixture);
  } finally {
    await fixture.stop();
  }
};

type Desk = Pick<ReturnType<typeof meteredDesk>, 'ports'>['ports'];

/** @returns the number of hits; undefined if the search is too broad */
async function search(ports: Desk, request: Request): Promise<number | undefined> {
  try {
    const { items } = await searchCustomers(ports, SEARCHED_TABLE.prefix, { ...request, limit: LIMIT }, AGENT);
    return items.length;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'search.too-broad') return undefined;
    throw error;
  }
}

async function readUnits(fixture: SearchFixture, kind: Kind, requests: readonly Request[]): Promise<SearchLine> {
  const { meters, ports } = meteredDesk(fixture.engine, SEARCHED_TABLE);
  const edited = new Set(fixture.customers.filter(({ isEdited }) => isEdited).map(({ customerId }) => customerId));
  const candidates = { all: 0, edited: 0 };
  let rounds = 0;
  const readMany: Desk['records']['readMany'] = (table, ids) => {
    rounds += 1;
    candidates.all += ids.length;
    candidates.edited += ids.filter((id) => edited.has(id)).length;
    return ports.records.readMany(table, ids);
  };
  const counted = { ...ports, records: { ...ports.records, readMany } };
  const units: number[] = [];
  const hits: number[] = [];
  for (const request of requests) {
    meters.lookup.reset();
    const found = await search(counted, request);
    units.push(meters.lookup.used.readUnits);
    if (found !== undefined) hits.push(found);
  }
  return {
    bench: `search.${kind}`,
    searches: requests.length,
    readUnits: spreadOf(units),
    unitsPerHit: Number((meters.hits.used.readUnits / hits.reduce((sum, each) => sum + each, 0)).toFixed(3)),
    hits: spreadOf(hits),
    withoutHit: hits.filter((each) => each === 0).length,
    tooBroad: requests.length - hits.length,
    candidates,
    rounds: Number((rounds / requests.length).toFixed(2)),
  };
}

/** In milliseconds a search, one after the other. */
async function times({ engine }: SearchFixture, kind: Kind, requests: readonly Request[]): Promise<RangedLine> {
  const recordedClient = clientOf(engine);
  const recorded = new RecordedCalls(recordedClient);
  const recordedPorts = deskPorts(recordedClient, SEARCHED_TABLE);
  const calls: ReturnType<RecordedCalls['take']>[] = [];
  for (const request of requests) {
    await search(recordedPorts, request);
    calls.push(recorded.take());
  }
  const client = clientOf(engine);
  const ports = deskPorts(client, SEARCHED_TABLE);
  const useCase = () => medianTime(requests, (request) => search(ports, request));
  const bare = () => medianTime(calls, (waves) => sendWaves(waves, client));
  for (let round = 0; round < WARM_UP; round += 1) {
    await useCase();
    await bare();
  }
  return rangedLine(`search.${kind}.time`, 'ms', await measurePairs(PAIRS, useCase, bare));
}

async function medianTime<T>(each: readonly T[], run: (one: T) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (const one of each) {
    const begun = performance.now();
    await run(one);
    taken.push(performance.now() - begun);
  }
  return median(taken);
}

/** Of the search index alone: the customer and the event cost the same as with a value that is not searchable. */
async function* writeUnits({ engine, customers }: SearchFixture): AsyncGenerator<UnitsLine> {
  const { meters, ports } = meteredDesk(engine, SEARCHED_TABLE);
  const edited = customers.filter(({ isEdited }) => !isEdited);
  for (const [name, first, value] of [
    ['one-word', 0, 'Featherstonehaugh'],
    ['two-words', EDITS, 'Featherstonehaugh Cholmondeley'],
  ] as const) {
    const units: number[] = [];
    for (const customer of edited.slice(first, first + EDITS)) {
      meters.singles.reset();
      await editLastName(ports, customer, value);
      units.push(meters.singles.used.writeUnits);
    }
    yield { bench: `search.edit.${name}`, edits: units.length, writeUnits: spreadOf(units) };
  }
}

function spreadOf(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return {
    median: median(numbers),
    p95: sorted[Math.ceil(0.95 * sorted.length) - 1] ?? 0,
    highest: sorted.at(-1) ?? 0,
  };
}
