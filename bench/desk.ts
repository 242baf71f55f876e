import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { ADMINISTRATOR } from '../local/auth/people.ts';
import { bootCloud } from '../local/cloud.ts';
import { customersFile } from '../local/demo/customers-file.ts';
import { HARBOUR_BAY } from '../local/demo/harbour-bay.ts';
import { pick, seededRandom } from '../local/demo/random.ts';
import { ApiClient, expectStatus } from '../local/start/api-client.ts';
import { setUpClient } from '../local/start/set-up-client.ts';
import type { Bench } from './support/bench.ts';
import { importFile } from './support/cloud-import.ts';
import { measurePairs, median, rangedLine } from './support/pairs.ts';

const CUSTOMERS = 5_000;
const PAIRS = 9;
/** Calls of one side of a pair. Their median is the side's time, so that a pause of the machine does not count. */
const CALLS = 25;
const WARM_UP = 20;
const SEED = 15;
/** The texts of an agent: surnames, beginnings of them, and Customer IDs. */
const TEXTS = ['smith', 'john', 'garcia', 'williams', 'HARBAY_77', 'HARBAY_4001', 'wil', 'brow', 'thompson', 'lopez'];

const HitsSchema = z.object({ items: z.array(z.object({ customerId: z.string() })) });

/**
 * What an agent waits for at the desk, with warm functions on the data of the demo, against the bare HTTP invocation of a
 * function that only rejects the request, through the same HTTP API. Both in milliseconds a call, one call after the other.
 */
export const deskBench: Bench = async function* ({ rows = CUSTOMERS }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
    await setUpClient(api, HARBOUR_BAY);
    const { prefix } = HARBOUR_BAY.table;
    await importFile(cloud, api, prefix, customersFile(HARBOUR_BAY, rows), rows);
    const random = seededRandom(SEED);
    const bare = async () => {
      // Rejected for its query before it does anything: no rights, no database, a short answer.
      const response = await fetch(`${cloud.endpoints.api}/docs?unknown=1`);
      await response.text();
    };
    const search = async () => {
      const body = { text: pick(TEXTS, random), limit: 25 };
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
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
};

/** The median of the times of sequential calls, in milliseconds. */
async function medianOf(count: number, call: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
  }
  return median(times);
}
