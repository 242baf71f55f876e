import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { readHandedOver } from './read-handed-over.ts';
import { runChunk } from './run-chunk.ts';
import { readPath, reportFor } from './stage-input.ts';
import { CustomerWriting } from './write-customers.ts';

/** Stage 4: inserts a chunk of the records that differentiate found absent. */
export function insert(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'insert', chunk, async (watch, progress) => {
    const records = await readHandedOver(context, 'insert', chunk);
    const path = await readPath(context);
    const report = reportFor(context, 'insert', path);
    const writing = new CustomerWriting(ports.customers, context, report, watch, progress);
    await writing.insert(readRecords(records, recordFormat(context.plan, path), report));
    return { report, records: records.length };
  });
}
