import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { CustomerWriter } from './customer-writer.ts';
import { readHandoff } from './read-handoff.ts';
import { runChunk } from './run-chunk.ts';
import { readRoute, reportFor } from './stage-input.ts';

/** Stage 4: inserts a chunk of the records that differentiate found absent. */
export function insert(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'insert', chunk, async (watch, progress) => {
    const { records, search } = await readHandoff(context, 'insert', chunk);
    const route = await readRoute(context);
    const report = reportFor(context, 'insert', route);
    const writer = new CustomerWriter(ports.customers, context, report, watch, progress, search);
    await writer.insert(readRecords(records, recordFormat(context.plan, route), report));
    return { report, records: records.length };
  });
}
