import { absentCustomer, type Match, type Matches } from '../../../customers/index.ts';
import type { ImportOptions } from '../../../definitions/index.ts';
import { logLine } from '../../domain/output/log-text.ts';
import type { ChunkReport } from '../../domain/records/chunk-report.ts';
import type { ChunkResult } from '../../domain/records/chunk-result.ts';
import { HandoffWriter } from '../../domain/records/handoff.ts';
import { type ReadRecord, readDistinctRecords } from '../../domain/records/read-records.ts';
import { bulkJob, cellPicker, recordFormat } from '../../domain/records/record-cells.ts';
import { LINE_ENDS } from '../../domain/records/route.ts';
import type { ImportContext } from '../work/import-context.ts';
import type { CustomerStagePorts } from './customer-stage-ports.ts';
import { runChunk } from './run-chunk.ts';
import { openSortedChunk, readRoute, reportFor } from './stage-input.ts';

/**
 * Stage 3: compares a chunk of the sorted file with the table. Unchanged records are ignored; the others are handed off
 * to the insert and update stages, which validate their values, so that each failure file belongs to one intent.
 */
export function differentiate(
  ports: CustomerStagePorts,
  context: ImportContext,
  chunk: number,
): Promise<ChunkResult | undefined> {
  return runChunk(context, ports.clock, 'differentiate', chunk, async (watch, progress) => {
    const { plan, fence } = context;
    const route = await readRoute(context);
    const { count, records, spanning } = await openSortedChunk(context, route, chunk);
    const report = reportFor(context, 'differentiate', route);
    const distinct = readDistinctRecords(records, recordFormat(plan, route), report, plan.options.duplicates, spanning);
    const pick = cellPicker(plan);
    const drafts = Array.from(distinct, (read) => ({ ...read, cells: pick(read.cells) }));
    const found = await ports.customers.bulk(bulkJob(plan, fence)).match(drafts, {
      consistent: route.consistentRead,
      shouldContinue: (found) => {
        progress.report(found);
        return watch.shouldContinue();
      },
    });
    // An interrupted comparison decides no record.
    if (watch.hasStopped) return { report, records: count };
    report.note(logLine(ports.clock.now().toISOString(), readNote(chunk, found)));

    const inserts = new HandoffWriter(LINE_ENDS[route.lineEnd]);
    const updates = new HandoffWriter(LINE_ENDS[route.lineEnd]);
    const { mode } = plan.options;
    for (const [at, draft] of drafts.entries()) handOff(draft, found.matches[at], mode, report, inserts, updates);
    return {
      report,
      records: count,
      insertRows: inserts.rows,
      updateRows: updates.rows,
      fragments: [
        { kind: 'insert', body: inserts.bytes() },
        { kind: 'insert-rows', body: Buffer.from(JSON.stringify(inserts.rowIndex())) },
        { kind: 'update', body: updates.bytes() },
        { kind: 'update-rows', body: Buffer.from(JSON.stringify(updates.rowIndex())) },
      ],
    };
  });
}

function handOff(
  { record, customerId }: ReadRecord,
  match: Match | undefined,
  mode: ImportOptions['mode'],
  report: ChunkReport,
  inserts: HandoffWriter,
  updates: HandoffWriter,
): void {
  if (!match) throw new Error('A record was not compared');
  if (match.kind === 'absent') {
    if (mode === 'update-only') report.fail(record, customerId, [ABSENT]);
    else inserts.add(record);
  } else if (match.kind === 'different' && mode !== 'insert-only') updates.add(record, match);
  else report.count('ignored');
}

const ABSENT = absentCustomer();

/** The method of reading the table, with its reason: it determines the cost of the comparison. */
function readNote(chunk: number, { matches, method, estimate }: Matches): string {
  const read = method === 'query' ? 'ranged Query' : 'BatchGetItem';
  const why = estimate
    ? ` (estimate: ${estimate.fileRows} file rows against ${estimate.tableRows} table rows of ${estimate.itemBytes} bytes)`
    : '';
  return `Part ${chunk + 1}: ${matches.length} records compared by ${read}${why}`;
}
