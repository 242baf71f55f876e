import type { Customers } from '../../customers/index.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { ChunkReport } from '../domain/chunk-report.ts';
import type { ChunkResult } from '../domain/chunk-result.ts';
import type { ImportPath } from '../domain/path.ts';
import { type ReadRecord, readDistinctRecords, readRecords } from '../domain/read-records.ts';
import { recordFormat } from '../domain/record-cells.ts';
import type { ImportContext } from './import-context.ts';
import { runChunk } from './run-chunk.ts';
import { openSortedChunk, readPath, reportFor, type SortedRecords } from './stage-input.ts';
import { CustomerWriting } from './write-customers.ts';

export interface CustomerStagePorts {
  readonly customers: Customers;
  readonly clock: Clock;
}

/** Stage 2: loads a chunk of the sorted file into a table that was empty, or gives its records new Customer IDs. */
export function bulkCopy(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'bulk-copy', chunk, async (watch, progress) => {
    const path = await readPath(context);
    const sorted = await openSortedChunk(context, path, chunk);
    const report = reportFor(context, 'bulk-copy', path);
    const writing = new CustomerWriting(ports.customers, context, report, watch, progress);
    await writing.insert(recordsToLoad(context, path, sorted, report));
    return { report, records: sorted.count };
  });
}

function recordsToLoad(
  { plan }: ImportContext,
  path: ImportPath,
  { records, straddling }: SortedRecords,
  report: ChunkReport,
): Iterable<ReadRecord> {
  const { firstGenerated } = path;
  const format = recordFormat(plan, path);
  if (firstGenerated === undefined) {
    return readDistinctRecords(records, format, report, plan.options.duplicates, straddling);
  }
  // Numbered in the order of the source: the first record of the file is given the first number.
  return readRecords(records, format, report).map((read) => ({
    ...read,
    customerId: `${plan.prefix}_${firstGenerated + read.ordinal}`,
  }));
}
