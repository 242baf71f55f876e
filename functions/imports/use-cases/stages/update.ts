import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { handoffUpdate } from '../../domain/records/handoff.ts';
import { readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { CustomerWriter } from './customer-writer.ts';
import { readHandoff } from './read-handoff.ts';
import { runChunk } from './run-chunk.ts';
import { readRoute, reportFor } from './stage-input.ts';

/** Stage 5: updates a chunk of the customers that differentiate found different. */
export function update(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'update', chunk, async (watch, progress) => {
    const handoff = await readHandoff(context, 'update', chunk);
    const records = handoff.records.map(handoffUpdate);
    const route = await readRoute(context);
    const report = reportFor(context, 'update', route);
    const writer = new CustomerWriter(ports.customers, context, report, watch, progress, handoff.search);
    await writer.update(readRecords(records, recordFormat(context.plan, route), report));
    return { report, records: records.length };
  });
}
