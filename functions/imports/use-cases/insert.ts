import type { ChunkResult } from '../domain/chunk-result.ts';
import { readRecords } from '../domain/read-records.ts';
import { recordFormat } from '../domain/record-cells.ts';
import type { CustomerStagePorts } from './bulk-copy.ts';
import type { ImportContext } from './import-context.ts';
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
