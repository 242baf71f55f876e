import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DynamoDBClient, QueryCommand, type QueryCommandOutput } from '@aws-sdk/client-dynamodb';
import { customerPages } from '../functions/customers/index.ts';
import { type ExportInput, ExportSchema } from '../functions/exports/domain/export.ts';
import { ExportOptionsSchema } from '../functions/exports/domain/export-options.ts';
import { joinFragments, measureExport } from '../functions/exports/use-cases/join-fragments.ts';
import { planExport } from '../functions/exports/use-cases/open-export.ts';
import { readShard } from '../functions/exports/use-cases/read-shard.ts';
import { systemClock } from '../functions/shared/domain/clock.ts';
import { FileObjectStore } from '../functions/shared/object-store/file-object-store.ts';
import type { Bench, MemoryLine, RangedLine } from './support/bench.ts';
import { CUSTOMERS_TABLE } from './support/dynamo-engine.ts';
import { measurePairs, rangedLine } from './support/pairs.ts';
import { buildSearchFixture, SEARCHED_TABLE } from './support/search-fixture.ts';

const ROWS = 100_000;
const PAIRS = 5;

/** An export of every field, from the first page to the joined file, against a loop that only reads the same shards. */
export const exportBench: Bench = async function* ({ rows = ROWS }) {
  const fixture = await buildSearchFixture(rows);
  try {
    const { client } = fixture.engine;
    let bytes = 0;
    const pairs = await measurePairs(
      PAIRS,
      async () => {
        const begun = performance.now();
        bytes = await exportAll(client, rows);
        return rowsPerSecond(rows, begun);
      },
      async () => {
        const begun = performance.now();
        await readAll(client);
        return rowsPerSecond(rows, begun);
      },
    );
    yield rangedLine('export', 'rows a second', pairs) satisfies RangedLine;
    const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
    yield { bench: 'export.memory', bytes, peakMb } satisfies MemoryLine;
  } finally {
    await fixture.stop();
  }
};

const rowsPerSecond = (rows: number, begun: number): number => (rows * 1000) / (performance.now() - begun);

/** @returns the bytes of the file @throws Error when a row is missing */
async function exportAll(client: DynamoDBClient, rows: number): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
  try {
    const { prefix, accountPrefix, version, fields, shardCount } = SEARCHED_TABLE;
    const input: ExportInput = { exportId: `${prefix}-${'0'.repeat(28)}`, prefix, attempt: 1 };
    const value = ExportSchema.parse({
      ...{ ...input, accountPrefix, fileName: 'all.csv', tableVersion: version, requestedBy: 'bench' },
      options: ExportOptionsSchema.parse({ fields: fields.map(({ code }) => code) }),
      ...{ status: 'running', createdAt: '2026-11-22T12:00:00.000Z' },
    });
    const ports = {
      store: new FileObjectStore(folder),
      clock: systemClock,
      pages: customerPages(CUSTOMERS_TABLE, client),
      exports: { find: async () => ({ value, revision: 1 }) },
      tables: { readVersion: async () => SEARCHED_TABLE },
      importsSince: async () => new Set<string>(),
    };
    await planExport(ports, input);
    for (let chunk = 0; chunk < shardCount; chunk += 1) await readShard(ports, { ...input, chunk });
    await joinFragments(ports, input);
    const counts = await measureExport(ports.store, input);
    if (counts.rows !== rows) throw new Error(`${counts.rows} of ${rows} rows were exported`);
    return counts.bytes;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The simplest loop: reads every page of every shard, and looks at nothing. */
async function readAll(client: DynamoDBClient): Promise<void> {
  for (let shard = 0; shard < SEARCHED_TABLE.shardCount; shard += 1) {
    let next: QueryCommandOutput['LastEvaluatedKey'];
    do {
      const page: QueryCommandOutput = await client.send(
        new QueryCommand({
          TableName: CUSTOMERS_TABLE,
          KeyConditionExpression: 'PK = :shard',
          ExpressionAttributeValues: { ':shard': { S: `CUSTOMER#${SEARCHED_TABLE.prefix}#${shard}` } },
          ExclusiveStartKey: next,
        }),
      );
      next = page.LastEvaluatedKey;
    } while (next);
  }
}
