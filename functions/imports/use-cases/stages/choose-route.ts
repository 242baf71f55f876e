import type { HighWaterMarks } from '../../../crm-tables/index.ts';
import type { Customers } from '../../../customers/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import { TRAILING_DELIMITER } from '../../domain/layout/trailing-delimiter-warning.ts';
import { type ImportRoute, ImportRouteSchema } from '../../domain/records/route.ts';
import { chooseSearchWay } from '../../domain/search-index/search-way.ts';
import { chunksOf } from '../../domain/sort/chunks.ts';
import type { ImportRepository, TableCounters } from '../../ports.ts';
import { decideSearchWay } from '../search-index/decide-search-way.ts';
import { completeSorted } from '../sort/complete-sorted.ts';
import type { Cuts } from '../sort/cut-ranges.ts';
import { highestIdOfFile } from '../sort/highest-id-of-file.ts';
import type { OpenImport } from '../work/import-context.ts';
import { isReadConsistently } from '../work/read-consistently.ts';
import { sortJob } from './stage-input.ts';

export interface RoutePorts {
  readonly customers: Customers;
  readonly imports: Pick<ImportRepository, 'readLease'>;
  readonly highWaterMarks: HighWaterMarks;
  readonly counters: TableCounters;
  readonly clock: Clock;
}

/**
 * Completes the sorted file and decides the route of the import: bulk copy if the CRM table is empty or the file has no
 * Customer IDs, otherwise differentiate. Customer IDs that the table generates later stay above those of the file. A
 * dry run reads where a block of IDs would begin, and reserves none.
 */
export async function chooseRoute(ports: RoutePorts, context: OpenImport, cuts: Cuts): Promise<ImportRoute> {
  const { store, plan, keys } = context;
  const sorted = await completeSorted(sortJob(context), cuts);
  return readOrMake(store, keys.work('route', 0), ImportRouteSchema, async (): Promise<ImportRoute> => {
    const common = {
      records: sorted.records,
      lineEnd: sorted.lineEnd,
      ...(sorted.endsInDelimiter && { endsInDelimiter: sorted.endsInDelimiter, warnings: [TRAILING_DELIMITER] }),
      consistentRead: await isReadConsistently(ports, plan),
      sortedAt: ports.clock.now().toISOString(),
    };
    const { mode, dryRun } = plan.options;
    const { maxChunks, writeRows, differentiateBytes } = plan.limits;
    const byRows = { maxRows: writeRows, maxBytes: Number.POSITIVE_INFINITY, maxChunks };
    if (plan.layout.customerIdColumn === undefined) {
      const { first } = await ports.highWaterMarks.reserveBlock(plan.prefix, dryRun ? 0 : sorted.records, 0);
      const rows = { inserts: sorted.records, updates: 0 };
      const search = await decideSearchWay(ports, plan, rows);
      return { ...common, route: 'bulk-copy', firstGenerated: first, search, chunks: chunksOf(sorted, byRows) };
    }
    const makesCustomers = mode !== 'update-only';
    const highest = makesCustomers && !dryRun ? await highestIdOfFile(sortJob(context)) : 0;
    if (highest > 0) await ports.highWaterMarks.raiseHighWaterMark(plan.prefix, highest);
    if (makesCustomers && (await ports.customers.isEmpty(plan.table))) {
      const search = chooseSearchWay(plan, { inserts: sorted.records, updates: 0 }, 0);
      return { ...common, route: 'bulk-copy', search, chunks: chunksOf(sorted, byRows) };
    }
    const byBytes = { maxRows: Number.POSITIVE_INFINITY, maxBytes: differentiateBytes, maxChunks };
    return { ...common, route: 'differentiate', chunks: chunksOf(sorted, byBytes) };
  });
}
