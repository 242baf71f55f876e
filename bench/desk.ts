import * as z from 'zod';
import { HARBOUR_BAY } from '../local/demo/harbour-bay.ts';
import { pick, seededRandom } from '../local/demo/random.ts';
import { expectStatus } from '../local/start/api-client.ts';
import type { Bench } from './support/bench.ts';
import { bareCall, DESK_TEXTS, demoCloud, timeOf, WARM_UP } from './support/demo-cloud.ts';
import { measurePairs, median, rangedLine } from './support/pairs.ts';

const CUSTOMERS = 5_000;
const PAIRS = 9;
/** Calls of one side of a pair. Their median is the side's time, so that a pause of the machine does not count. */
const CALLS = 25;
const SEED = 15;

const HitsSchema = z.object({ items: z.array(z.object({ customerId: z.string() })) });

/**
 * What an agent waits for at the desk, with warm functions on the data of the demo, against the bare HTTP invocation of a
 * function that only rejects the request, through the same HTTP API. Both in milliseconds a call, one call after the other.
 */
export const deskBench: Bench = async function* ({ rows = CUSTOMERS }) {
  for await (const { cloud, api } of demoCloud(rows)) {
    const { prefix } = HARBOUR_BAY.table;
    const random = seededRandom(SEED);
    const bare = () => bareCall(cloud);
    const search = async () => {
      const body = { text: pick(DESK_TEXTS, random), limit: 25 };
      const found = await api.post(`/crm-tables/${prefix}/customer-searches`, body);
      HitsSchema.parse(expectStatus(found, 'Searching', 200).body);
    };
    const open = async () => {
      const address = `/crm-tables/${prefix}/customers/${prefix}_${1 + random(rows)}`;
      expectStatus(await api.get(address), 'Reading a customer', 200);
    };
    for (const call of [bare, search, open]) await medianOf(WARM_UP, call);
    for (const [name, call] of [
      ['desk.search', search],
      ['desk.open', open],
    ] as const) {
      const side = (each: () => Promise<void>) => () => medianOf(CALLS, each);
      yield rangedLine(name, 'ms', await measurePairs(PAIRS, side(call), side(bare)));
    }
  }
};

/** The median of the times of sequential calls, in milliseconds. */
async function medianOf(count: number, call: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) times.push(await timeOf(call));
  return median(times);
}
