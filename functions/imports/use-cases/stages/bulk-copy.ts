import type { ChunkReport } from '../../domain/records/chunk-report.ts';
import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { type ReadRecord, readDistinctRecords, readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportRoute } from '../../domain/records/route.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { CustomerWriter } from './customer-writer.ts';
import { runChunk } from './run-chunk.ts';
import { openSortedChunk, readRoute, reportFor, type SortedRecords } from './stage-input.ts';

/** Stage 2: loads a chunk of the sorted file into a table that was empty, or gives its records new Customer IDs. */
export function bulkCopy(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'bulk-copy', chunk, async (watch, progress) => {
    const route = await readRoute(context);
    const sorted = await openSortedChunk(context, route, chunk);
    const report = reportFor(context, 'bulk-copy', route);
    const writer = new CustomerWriter(ports.customers, context, report, watch, progress, route.search);
    await writer.insert(recordsToLoad(context, route, sorted, report));
    return { report, records: sorted.count };
  });
}

function recordsToLoad(
  { plan }: ImportContext,
  route: ImportRoute,
  { records, spanning }: SortedRecords,
  report: ChunkReport,
): Iterable<ReadRecord> {
  const { firstGenerated } = route;
  const format = recordFormat(plan, route);
  if (firstGenerated === undefined) {
    return readDistinctRecords(records, format, report, plan.options.duplicates, spanning);
  }
  // Numbered in source order: the first record of the file gets the first number.
  return readRecords(records, format, report).map((read) => ({
    ...read,
    customerId: `${plan.prefix}_${firstGenerated + read.ordinal}`,
  }));
}
