import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { handedOverUpdate } from '../../domain/records/hand-over.ts';
import { readRecords } from '../../domain/records/read-records.ts';
import { recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { readHandedOver } from './read-handed-over.ts';
import { runChunk } from './run-chunk.ts';
import { readPath, reportFor } from './stage-input.ts';
import { CustomerWriting } from './write-customers.ts';

/** Stage 5: updates a chunk of the customers that differentiate found different. */
export function update(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'update', chunk, async (watch, progress) => {
    const records = (await readHandedOver(context, 'update', chunk)).map(handedOverUpdate);
    const path = await readPath(context);
    const report = reportFor(context, 'update', path);
    const writing = new CustomerWriting(ports.customers, context, report, watch, progress);
    await writing.update(readRecords(records, recordFormat(context.plan, path), report));
    return { report, records: records.length };
  });
}
