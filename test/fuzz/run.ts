// npm run fuzz [-- --requests N] [--http N] [--seed N]: generated requests for all routes of the API.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootCloud } from '../../local/cloud.ts';
import { startTestDynamo } from '../support/dynamodb.ts';
import { CloudTarget } from '../support/fuzz/cloud-target.ts';
import { Fuzz, type FuzzResult, withoutSuccess } from '../support/fuzz/fuzz.ts';
import { FuzzWorld } from '../support/fuzz/world.ts';

/** A new world after so many requests: lists grow, and with them the time of each request. */
const REQUESTS_PER_WORLD = 4_000;

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '100000' },
    http: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const print = process.stdout.write.bind(process.stdout);
// The functions under test log to standard output.
process.stdout.write = () => true;

let isFine = true;

function report(name: string, { requests, statuses, findings }: FuzzResult): void {
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status}: ${count}`);
  print(`${name}: ${requests} requests; ${counts.join(', ')}\n`);
  for (const finding of findings) print(`  ${JSON.stringify(finding)}\n`);
  isFine &&= findings.length === 0;
}

async function inProcess(requests: number): Promise<void> {
  const total = { requests: 0, statuses: new Map<number, number>(), successes: new Map<string, number>() };
  for (let world = 0; total.requests < requests; world += 1) {
    const dynamo = await startTestDynamo();
    const fuzz = new Fuzz(new FuzzWorld(dynamo), seed + world, total.successes);
    const result = await fuzz.run(Math.min(REQUESTS_PER_WORLD, requests - total.requests));
    await dynamo.stop();
    report(`world ${world + 1}, seed ${seed + world}`, result);
    total.requests += result.requests;
    for (const [status, count] of result.statuses)
      total.statuses.set(status, (total.statuses.get(status) ?? 0) + count);
    total.successes = new Map(result.successes);
  }
  report('all worlds', { ...total, findings: [] });
  const missing = withoutSuccess(total);
  if (missing.length > 0) print(`Without a success: ${missing.join(', ')}\n`);
  isFine &&= missing.length === 0;
  const rarest = [...total.successes].sort(([, a], [, b]) => a - b).slice(0, 5);
  print(`Fewest successes: ${rarest.map(([key, count]) => `${key} ${count}`).join(', ')}\n`);
}

async function overHttp(requests: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'switchboard-fuzz-'));
  const cloud = await bootCloud({ dataDir });
  try {
    const target = await CloudTarget.on(cloud);
    const fuzz = new Fuzz(target, seed, new Map(), () => target.addCallers());
    report('over HTTP', await fuzz.run(requests, { untilAllSucceed: false }));
  } finally {
    await cloud.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await inProcess(Number(values.requests));
if (Number(values.http) > 0) await overHttp(Number(values.http));
process.exitCode = isFine ? 0 : 1;
