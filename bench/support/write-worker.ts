// Inserts its share of the benchmark's customers into the table of a running engine, in a bare loop, when its parent signals:
//   fork(write-worker.ts, [JSON of WriteShare]); it sends 'ready', waits for any message, and ends when it is done.
import * as z from 'zod';
import { createCustomersClient } from '../../functions/customers/index.ts';
import { bareInserts, insertStatements } from './bare-loops.ts';
import { BenchRows } from './bench-rows.ts';
import { benchPlan } from './import-run.ts';

const WriteShareSchema = z.strictObject({
  endpoint: z.string(),
  region: z.string(),
  credentials: z.object({ accessKeyId: z.string(), secretAccessKey: z.string() }),
  table: z.string(),
  rows: z.int(),
  /** This worker writes every n-th row, beginning at `first`. */
  first: z.int(),
  every: z.int(),
  inFlight: z.int(),
  /** Part of the partition keys, so that the runs' customers differ. */
  run: z.int(),
});
export type WriteShare = z.infer<typeof WriteShareSchema>;

const share = WriteShareSchema.parse(JSON.parse(process.argv[2] ?? ''));
const rows = new BenchRows(share.rows);
const items = rows
  .items(benchPlan(rows.file))
  .filter((_, index) => index % share.every === share.first)
  .map((item) => ({ ...item, PK: { S: `${item.PK?.S}-${share.run}` } }));
const statements = insertStatements(items, share.table);
const { endpoint, region, credentials } = share;
const client = createCustomersClient({ endpoint, region, credentials });

process.once('message', async () => {
  await bareInserts(client, statements, share.inFlight);
  client.destroy();
  process.disconnect();
});
process.send?.('ready');
