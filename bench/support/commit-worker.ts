// Imports files in the embedded cloud of a checkout, once for each message of its parent:
//   fork(commit-worker.ts, [folder of the checkout, rows]); it sends 'ready', then one CommitRun for each message.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ADMINISTRATOR } from '../../local/auth/people.ts';
import type { CommitRun } from './commit-run.ts';
import { HEADER, row } from './rows.ts';
import { uploadAndWait } from './upload-and-wait.ts';

const SEED = 20_050_425;

const [checkout = '', rowsText = ''] = process.argv.slice(2);
const rows = Number(rowsText);
const load = (path: string) => import(pathToFileURL(join(checkout, path)).href);
// All measured code comes from the checkout; only the types come from this one.
const { bootCloud }: typeof import('../../local/cloud.ts') = await load('local/cloud.ts');
const { ApiClient }: typeof import('../../local/start/api-client.ts') = await load('local/start/api-client.ts');
const { publishBenchTable }: typeof import('./cloud-import.ts') = await load('bench/support/cloud-import.ts');

const lines = Array.from({ length: rows }, (_, index) => row(index + 1, SEED));
const asFile = (records: readonly string[]) => `${HEADER}\n${records.join('\n')}\n`;
const fresh = asFile(lines);
/** Every second customer has another title; the others are unchanged. */
const changed = asFile(lines.map((line, index) => (index % 2 === 0 ? line.replace(/,[^,]*,/, ',Sir,') : line)));

const dataDir = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
const cloud = await bootCloud({ dataDir });
// A checkout from before rights were stored reads them from the groups of the token.
const administrator = { user: ADMINISTRATOR.userId, groups: ['administrator'] };
const api = new ApiClient(cloud.endpoints.api, await cloud.token(administrator));
await api.post('/accounts', { prefix: 'BRI', name: 'Bench', manager: 'Bench' });

let run = 0;
async function importBoth(): Promise<CommitRun> {
  run += 1;
  const prefix = `C${run}`;
  await publishBenchTable(api, prefix);
  const startedAt = performance.now();
  const inserted = await uploadAndWait(cloud, api, prefix, 'fresh.csv', fresh, { inserted: rows });
  const updates = Math.ceil(rows / 2);
  const expected = { updated: updates, ignored: rows - updates };
  const updated = await uploadAndWait(cloud, api, prefix, 'changed.csv', changed, expected);
  return { seconds: (performance.now() - startedAt) / 1000, imports: [inserted, updated] };
}

process.on('message', async () => process.send?.(await importBoth()));
process.once('disconnect', async () => {
  await cloud.stop();
  await rm(dataDir, { recursive: true });
});
// The first import finds no warm function and does not count.
await importBoth();
process.send?.('ready');
