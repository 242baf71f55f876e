import type { ChunkReport } from '../../domain/records/chunk-report.ts';
import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import type { ImportPath } from '../../domain/records/path.ts';
import { type ReadRecord, readDistinctRecords, readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { runChunk } from './run-chunk.ts';
import { openSortedChunk, readPath, reportFor, type SortedRecords } from './stage-input.ts';
import { CustomerWriting } from './write-customers.ts';

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
