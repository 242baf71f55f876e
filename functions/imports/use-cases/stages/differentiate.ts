import { absentCustomer, type Match, type Matches } from '../../../customers/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { logLine } from '../../domain/output/log-text.ts';
import type { ChunkReport } from '../../domain/records/chunk-report.ts';
import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { HandOverWriter } from '../../domain/records/hand-over.ts';
import { LINE_ENDS } from '../../domain/records/path.ts';
import { type ReadRecord, readDistinctRecords } from '../../domain/records/read-records.ts';
import { bulkJob, cellPicker, recordFormat } from '../../domain/records/record-cells.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { runChunk } from './run-chunk.ts';
import { openSortedChunk, readPath, reportFor } from './stage-input.ts';

/**
 * Stage 3: compares a chunk of the sorted file with the table. Equal records are ignored; the others are handed over to
 * the insert and update stages, which also judge their values, so that each failure file says what was to happen.
 */
export function differentiate(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'differentiate', chunk, async (watch, progress) => {
    const { plan, fence } = context;
    const path = await readPath(context);
    const { count, records, straddling } = await openSortedChunk(context, path, chunk);
    const report = reportFor(context, 'differentiate', path);
    const distinct = readDistinctRecords(
      records,
      recordFormat(plan, path),
      report,
      plan.options.duplicates,
      straddling,
    );
    const pick = cellPicker(plan);
    const drafts = Array.from(distinct, (read) => ({ ...read, cells: pick(read.cells) }));
    const found = await ports.customers.bulk(bulkJob(plan, fence)).match(drafts, {
      consistent: path.consistentRead,
      mayGoOn: (found) => {
        progress.report(found);
        return watch.mayGoOn();
      },
    });
    // What was not read to its end says nothing of any record.
    if (watch.hasStopped) return { report, records: count };
    report.note(logLine(ports.clock.now().toISOString(), readNote(chunk, found)));

    const inserts = new HandOverWriter(LINE_ENDS[path.lineEnd]);
    const updates = new HandOverWriter(LINE_ENDS[path.lineEnd]);
    const { mode } = plan.options;
    for (const [at, draft] of drafts.entries()) handOver(draft, found.matches[at], mode, report, inserts, updates);
    return {
      report,
      records: count,
      insertRows: inserts.rows,
      updateRows: updates.rows,
      fragments: [
        { kind: 'insert', body: inserts.bytes() },
        { kind: 'insert-rows', body: Buffer.from(JSON.stringify(inserts.beside())) },
        { kind: 'update', body: updates.bytes() },
        { kind: 'update-rows', body: Buffer.from(JSON.stringify(updates.beside())) },
      ],
    };
  });
}

function handOver(
  { record, customerId }: ReadRecord,
  match: Match | undefined,
  mode: ImportOptions['mode'],
  report: ChunkReport,
  inserts: HandOverWriter,
  updates: HandOverWriter,
): void {
  if (!match) throw new Error('A record was not compared');
  if (match.kind === 'absent') {
    if (mode === 'update-only') report.fail(record, customerId, [ABSENT]);
    else inserts.add(record);
  } else if (match.kind === 'different' && mode !== 'insert-only') updates.add(record, match.version);
  else report.count('ignored');
}

const ABSENT = absentCustomer();

/** How the table was read, and why so: it decides what the comparison costs. */
function readNote(chunk: number, { matches, method, estimate }: Matches): string {
  const read = method === 'query' ? 'ranged Query' : 'BatchGetItem';
  const why = estimate
    ? ` (estimate: ${estimate.fileRows} file rows against ${estimate.tableRows} table rows of ${estimate.itemBytes} bytes)`
    : '';
  return `Part ${chunk + 1}: ${matches.length} records compared by ${read}${why}`;
}
