import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { CostEstimate, MeteredCost } from '../../../functions/imports/domain/cost/cost.ts';
import { pause } from '../test-cloud.ts';
import { cloud } from './cloud.ts';

/** Of Lambda, whose seconds are another machine's matter. */
const GB_SECOND_DOLLARS = 0.0000133334;
const ROWS = 1_500;
const HEADER = 'Customer ID,Title,First name,Last name,Phone,Address line 1,Address line 2,Postcode,E-mail';

let tables = 0;

interface Imported {
  readonly importId: string;
  readonly counts: Record<'updated' | 'inserted' | 'ignored' | 'failed' | 'total', number>;
  readonly estimate: CostEstimate;
  readonly metered: MeteredCost;
}

async function publishedTable(): Promise<string> {
  tables += 1;
  const prefix = `COST${tables}`;
  await cloud.publish(prefix);
  return prefix;
}

async function imported(prefix: string, count: number, body: string | Uint8Array): Promise<Imported> {
  await cloud.upload(`uploads/${prefix}/f${count}.csv`, body);
  const shown: unknown = (await cloud.ended(prefix, count)).at(-1);
  return shown as Imported;
}

/** Rows 1 to `ROWS` from `first` on; `change` makes others of them. */
function file(first = 1, change = (_n: number, cells: readonly string[]): readonly string[] => cells): string {
  const rows = Array.from({ length: ROWS }, (_, index) => {
    const n = first + index;
    const phone = `020 7946 ${String(1000 + (n % 9000))}`;
    const cells = [
      `C${String(n).padStart(6, '0')}`,
      'Mr',
      'John',
      `Smith${n}`,
      phone,
      `${n} Kingston Rd`,
      'Surbiton',
      'KT1 2AB',
      `c${n}@example.com`,
    ];
    return change(n, cells).join(',');
  });
  return `${HEADER}\n${rows.join('\n')}\n`;
}

/** Five percent apart at most, or so many: of a small file each chunk counts. */
const isClose = (estimated: number, metered: number, leeway: number): boolean =>
  Math.abs(estimated - metered) <= Math.max(metered * 0.05, leeway);

const withoutLambda = ({ dollars, lambdaGbSeconds }: MeteredCost): number =>
  dollars - lambdaGbSeconds * GB_SECOND_DOLLARS;

/** Seconds of all functions, each of which has the memory of at least one gigabyte. */
const secondsOf = ({ lambdaGbSeconds }: MeteredCost): number => lambdaGbSeconds;

/** The figures that differ by more than that, both values of each; `{}` if none do. */
function misestimated({ estimate, metered, counts }: Imported): Record<string, readonly number[]> {
  const compared: ReadonlyArray<readonly [name: string, estimated: number, metered: number, leeway: number]> = [
    ['rows', estimate.rows, counts.total, 0],
    ['inserts', estimate.inserts, counts.inserted, 0],
    ['updates', estimate.updates, counts.updated, 0],
    ['unchanged', estimate.unchanged, counts.ignored, 0],
    ['writeUnits', estimate.writeUnits, metered.writeUnits, 4],
    ['readUnits', estimate.readUnits, metered.readUnits, 4],
    // Two chunks.
    ['transitions', estimate.transitions, metered.transitions, 4],
    // In two chunks; a worker polls the cancel flag every two seconds, so the number of polls depends on this machine.
    ['s3Requests', estimate.s3Requests, metered.s3Requests, 30 + secondsOf(metered) / 2],
    ['dollars without Lambda', withoutLambda(estimate), withoutLambda(metered), 0.0001],
  ];
  return Object.fromEntries(
    compared
      .filter(([, estimated, used, leeway]) => !isClose(estimated, used, leeway))
      .map(([name, estimated, used]) => [name, [estimated, used]]),
  );
}

const ascending = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

describe('the estimate of an import matches its metered cost', () => {
  test('estimates new customers, an unchanged file and a half-changed file', async () => {
    const prefix = await publishedTable();
    const fresh = await imported(prefix, 1, file());
    expect(fresh.counts).toMatchObject({ inserted: ROWS });
    expect(misestimated(fresh)).toEqual({});
    // One unit for an item under 1 KB; the blocks of the search index take a tenth of one.
    expect(Math.round(fresh.metered.writeUnits / ROWS)).toBe(1);

    const same = await imported(prefix, 2, file());
    expect(same.counts).toMatchObject({ ignored: ROWS });
    expect(misestimated(same)).toEqual({});
    expect(same.metered.writeUnits).toBeLessThan(60);

    const changed = await imported(
      prefix,
      3,
      file(1, (n, cells) => (n % 2 === 0 ? cells.with(1, 'Dr').with(3, `Jones${n}`) : cells)),
    );
    expect(changed.counts).toMatchObject({ updated: ROWS / 2, ignored: ROWS / 2 });
    expect(misestimated(changed)).toEqual({});

    const metered = [fresh, same, changed].map((each) => each.metered.transitions);
    expect(ascending(metered)).toEqual(ascending(cloud.executions().map(({ transitions }) => transitions)));
  }, 180_000);

  test('estimates items of more than a kilobyte from a file compressed with gzip', async () => {
    const prefix = await publishedTable();
    const wide = file(1, (n, cells) =>
      cells.with(2, 'J'.repeat(100)).with(5, `${n} `.padEnd(200, 'x')).with(6, 'y'.repeat(200)),
    );
    const wider = wide
      .replace(HEADER, `${HEADER},Address line 3,Address line 4`)
      .replaceAll(/(@example.com)/g, `$1,${'z'.repeat(200)},${'w'.repeat(200)}`);
    const fresh = await imported(prefix, 1, gzipSync(wider));
    expect(fresh.counts).toMatchObject({ inserted: ROWS });
    expect(Math.round(fresh.metered.writeUnits / ROWS)).toBe(2);
    expect(misestimated(fresh)).toEqual({});
  }, 120_000);

  test('an import over the limit of its account waits', async () => {
    const prefix = await publishedTable();
    const account = await cloud.call('GET', '/accounts/BRI');
    const change = { name: account.body.name, manager: account.body.manager, confirmImportsOverDollars: 0.001 };
    const headers = { 'if-match': account.headers.get('etag') ?? '' };
    expect((await cloud.call('PUT', '/accounts/BRI', change, headers)).status).toBe(200);
    await cloud.upload(`uploads/${prefix}/waits.csv`, file());
    let waiting = await cloud.newest(prefix);
    for (; !waiting || waiting.status === 'received'; waiting = await cloud.newest(prefix)) await pause();
    expect(waiting).toMatchObject({ status: 'awaiting-confirmation', estimate: { dollars: expect.any(Number) } });
    expect(Number(waiting.estimate?.dollars)).toBeGreaterThan(0.001);
    const limited = await cloud.call('GET', '/accounts/BRI');
    const unlimited = { ...change, confirmImportsOverDollars: null };
    const ifLimited = { 'if-match': limited.headers.get('etag') ?? '' };
    const restored = await cloud.call('PUT', '/accounts/BRI', unlimited, ifLimited);
    expect(restored.status).toBe(200);
  }, 120_000);
});
