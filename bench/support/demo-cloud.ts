import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMINISTRATOR } from '../../local/auth/people.ts';
import { bootCloud, type Cloud } from '../../local/cloud.ts';
import { customersFile } from '../../local/demo/customers-file.ts';
import { HARBOUR_BAY } from '../../local/demo/harbour-bay.ts';
import { ApiClient } from '../../local/start/api-client.ts';
import { setUpClient } from '../../local/start/set-up-client.ts';
import { importFile } from './cloud-import.ts';

/** The texts that an agent searches: surnames, beginnings of them, and Customer IDs. */
export const DESK_TEXTS = [
  ...['smith', 'john', 'garcia', 'williams', 'HARBAY_77'],
  ...['HARBAY_4001', 'wil', 'brow', 'thompson', 'lopez'],
];

/** Calls before the first one that counts. */
export const WARM_UP = 20;

/** A cloud with a client of the demo and so many customers. It is stopped at the end. */
export async function* demoCloud(rows: number): AsyncGenerator<{ readonly cloud: Cloud; readonly api: ApiClient }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const api = new ApiClient(cloud.endpoints.api, await cloud.token({ user: ADMINISTRATOR.userId }));
    await setUpClient(api, HARBOUR_BAY);
    await importFile(cloud, api, HARBOUR_BAY.table.prefix, customersFile(HARBOUR_BAY, rows), rows);
    yield { cloud, api };
  } finally {
    await cloud.stop();
    await rm(dataDir, { recursive: true });
  }
}

/** A request that is rejected for its query before anything is done: no rights, no database, a short answer. */
export async function bareCall({ endpoints }: Cloud): Promise<void> {
  const response = await fetch(`${endpoints.api}/docs?unknown=1`);
  await response.text();
}

/** In milliseconds. */
export async function timeOf(call: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await call();
  return performance.now() - startedAt;
}
