import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublishedTable } from '../functions/crm-tables/index.ts';
import { addUp, dollarsOf, NOTHING_USED } from '../functions/imports/domain/cost/prices.ts';
import { ImportLimitsSchema } from '../functions/imports/domain/limits.ts';
import { cutIndex, rangesOf } from '../functions/imports/use-cases/search-index/cut-index.ts';
import { type IndexContext, indexWork } from '../functions/imports/use-cases/search-index/index-context.ts';
import { readShard } from '../functions/imports/use-cases/search-index/read-shard.ts';
import { writeBlocks } from '../functions/imports/use-cases/search-index/write-blocks.ts';
import type { Block } from '../functions/search/index.ts';
import { FileObjectStore } from '../functions/shared/object-store/file-object-store.ts';
import type { Bench, IndexLine } from './support/bench.ts';
import { SEARCHABLE_BENCH_TABLE } from './support/bench-table.ts';
import { benchPlan } from './support/import-run.ts';
import { HEADER, row } from './support/rows.ts';

const ROWS = 1_000_000;
const SEED = 20_050_425;
const PAGE = 2_000;
const MILLION = 1_000_000;
const UNIT_BYTES = 1_024;
const KEY_NAMES_BYTES = 5;

const SEARCHED = { search: true, insert: true, modify: true, result: false };
/** With title, first name and two lines of the address a customer of the generated rows has twelve entries. */
const MORE = ['P009', 'P010', 'P015', 'P016'];
const TABLES: ReadonlyArray<readonly [string, PublishedTable]> = [
  ['five-fields', SEARCHABLE_BENCH_TABLE],
  [
    'twelve-entries',
    {
      ...SEARCHABLE_BENCH_TABLE,
      fields: SEARCHABLE_BENCH_TABLE.fields.map((field) =>
        MORE.includes(field.code) ? { ...field, flags: SEARCHED } : field,
      ),
    },
  ],
];

/**
 * The steps that write a generation, on a store of files and without a database: entries and blocks of a row, processor time,
 * memory. Compares the write units of the three forms: an index entry or a single entry for each value, and blocks.
 */
export const searchIndexBench: Bench = async function* ({ rows = ROWS }) {
  for (const [name, table] of TABLES) {
    const folder = await mkdtemp(join(tmpdir(), 'switchboard-bench-'));
    try {
      yield await measure(name, table, rows, folder);
    } finally {
      await rm(folder, { recursive: true });
    }
  }
};

async function measure(name: string, table: PublishedTable, rows: number, folder: string): Promise<IndexLine> {
  const context: IndexContext = {
    store: new FileObjectStore(folder),
    work: indexWork({ prefix: table.prefix, importId: 'bench' }),
    plan: {
      generation: 1,
      startedAt: '2026-11-22T12:00:00.000Z',
      scope: { missing: [], marks: [] },
      table,
      limits: ImportLimitsSchema.parse({}),
    },
  };
  const customers = { readShard: (_: unknown, shard: number) => pagesOf(shard, table.shardCount, rows) };
  const begun = performance.now();
  for (let shard = 0; shard < table.shardCount; shard += 1) await readShard({ customers }, context, shard);
  const read = performance.now();
  const cut = await cutIndex(context);
  const blocks = new CountedBlocks();
  for (let range = 0; range < rangesOf(cut); range += 1) await writeBlocks({ writer: blocks }, context, range);
  const written = performance.now();
  return {
    bench: `search-index.${name}`,
    rows,
    entriesPerRow: rounded(cut.entries / rows, 2),
    bytesPerEntry: rounded(blocks.bytes / cut.entries, 1),
    entriesPerBlock: Math.round(cut.entries / blocks.count),
    unitsPerRow: rounded(blocks.units / rows, 4),
    dollarsPerMillion: {
      valueByValue: dollarsOfUnits(MILLION * (1 + cut.entries / rows)),
      blocks: dollarsOfUnits(MILLION * (1 + blocks.units / rows)),
    },
    readMicrosecondsPerRow: rounded((1000 * (read - begun)) / rows, 1),
    writeMicrosecondsPerEntry: rounded((1000 * (written - read)) / cut.entries, 2),
    ranges: rangesOf(cut),
    peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

class CountedBlocks {
  count = 0;
  bytes = 0;
  units = 0;

  async putBlocks(blocks: readonly Block[]): Promise<void> {
    for (const { PK, SK, body } of blocks) {
      const bytes = PK.length + Buffer.byteLength(SK) + body.length + KEY_NAMES_BYTES;
      this.count += 1;
      this.bytes += bytes;
      this.units += Math.ceil(bytes / UNIT_BYTES);
    }
  }
}

/** Every `shardCount`th row. The rows are made again for each table, so that they take no memory. */
async function* pagesOf(shard: number, shardCount: number, rows: number) {
  const { layout } = benchPlan(`${HEADER}\n${row(1, SEED)}\n`);
  let page = [];
  for (let number = shard; number < rows; number += shardCount) {
    const cells = row(number + 1, SEED).split(',');
    const values = Object.fromEntries(layout.columns.map(({ code, position }) => [code, cells[position]]));
    if (page.push({ customerId: cells[0] ?? '', values }) < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

const dollarsOfUnits = (writeUnits: number): number => rounded(dollarsOf(addUp({ ...NOTHING_USED, writeUnits })), 3);

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
