import { MAX_CUSTOMER_ID_BYTES } from '../../../crm-tables/index.ts';
import type { Customers, WriteEstimate } from '../../../customers/index.ts';
import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import type { CostEstimate } from '../../domain/cost/cost.ts';
import { extrapolate } from '../../domain/cost/extrapolate.ts';
import { forecastCost } from '../../domain/cost/forecast-cost.ts';
import { shownCost } from '../../domain/cost/prices.ts';
import { spreadOver } from '../../domain/cost/sample-records.ts';
import type { Import } from '../../domain/import.ts';
import { withLineFeeds } from '../../domain/layout/head-records.ts';
import { layOutRecords } from '../../domain/layout/inspect-head.ts';
import type { AcceptedPlan } from '../../domain/plan.ts';
import { bulkJob, cellPicker } from '../../domain/records/record-cells.ts';
import { forecastGeneration, NO_GENERATION } from '../../domain/search-index/index-cost.ts';
import { chooseSearchWay } from '../../domain/search-index/search-way.ts';
import type { ImportRepository, TableCounters } from '../../ports.ts';
import { type InspectedSource, type InspectPorts, inspectSource } from '../planning/inspect-source.ts';
import { decidePlan } from '../planning/plan-import.ts';
import { isReadConsistently } from '../work/read-consistently.ts';
import { type SampledFile, sampleBeginning, sampleFile } from './estimate-import-sample.ts';

/** Ports to inspect the file and to read the table. */
export interface EstimatePorts extends InspectPorts {
  readonly customers: Customers;
  readonly counters: TableCounters;
  readonly imports: Pick<ImportRepository, 'readLease'>;
  readonly clock: Clock;
}

/**
 * Records to compare with the table: enough that the shares of new and changed records are known to about 2 % (twice
 * the standard deviation), for 1,000 read units, about $0.0001. Of a small file at most a tenth.
 */
const MOST_COMPARED = 2_000;
const LEAST_COMPARED = 100;
const COMPARED_SHARE = 0.1;
/**
 * Replaces the fence that the import will get when it starts: items include its digits, and no fence below 10,000 has
 * more.
 */
const LONGEST_FENCE = 9_999;

/**
 * Estimates an import before it starts, without the cost of the estimate. Undefined if its file cannot be inspected:
 * then the plan rejects it and nothing is written.
 */
export function estimateImport(ports: EstimatePorts, record: Import): Promise<CostEstimate | undefined> {
  return unlessRejected(async () => {
    const inspected = await inspectSource(ports, record);
    const sampled = await sampleFile(ports.store, record.source, inspected, ports.limits);
    return estimate(ports, planOf(ports, record, inspected), sampled);
  });
}

/** The beginning of a file that is not in the bucket, and how it is read. */
export interface KnownBeginning extends Pick<InspectedSource, 'head' | 'options' | 'definition' | 'mapping' | 'table'> {
  /** Of the whole file. */
  readonly bytes: number;
}

/** Estimates the import of a file from its beginning, as if its records were like those of the rest. */
export function estimateBeginning(
  ports: EstimatePorts,
  record: Import,
  { bytes, ...known }: KnownBeginning,
): Promise<CostEstimate | undefined> {
  return unlessRejected(async () => {
    const layout = layOutRecords(known.head, known.table, known.options, known.mapping);
    const object = { size: bytes, etag: '', versionId: undefined, metadata: {} };
    const head = withLineFeeds(known.head, layout);
    const inspected = { ...known, head, layout, object, definitionWarnings: [] };
    return estimate(ports, planOf(ports, record, inspected), sampleBeginning(inspected));
  });
}

async function unlessRejected(act: () => Promise<CostEstimate>): Promise<CostEstimate | undefined> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

function planOf(ports: EstimatePorts, record: Import, inspected: InspectedSource): AcceptedPlan {
  const { importId, prefix, fileName } = record;
  const startedAt = ports.clock.now().toISOString();
  return { importId, prefix, fileName, startedAt, accepted: true, ...decidePlan(record, inspected, ports.limits) };
}

async function estimate(ports: EstimatePorts, plan: AcceptedPlan, sampled: SampledFile): Promise<CostEstimate> {
  const { table, options, layout, limits } = plan;
  const { rows, dataBytes, encodedBytes } = sampled;
  const isEmpty = await ports.customers.isEmpty(table);
  const route = isEmpty || layout.customerIdColumn === undefined ? 'bulk-copy' : 'differentiate';
  const { sampledCount, estimates } = await estimateWrites(ports, plan, sampled, route === 'differentiate');
  const shares = extrapolate(rows, sampledCount, estimates, options.mode);
  const { inserts, updates, unchanged, itemBytes } = shares;
  const fates = { inserts, updates, unchanged };
  const counted = await ports.counters.read(plan.prefix);
  const isGeneration = chooseSearchWay(plan, fates, counted.customers) === 'generation';
  const customers = counted.customers + inserts;
  const index = { customers, itemBytes, entries: customers * shares.insertEntries, shardCount: table.shardCount };
  const generation = isGeneration ? forecastGeneration(index) : NO_GENERATION;
  const { used, minutes } = forecastCost({
    file: { rows: Math.max(1, rows), dataBytes, encodedBytes, route, inserts: fates.inserts, updates: fates.updates },
    table: {
      isEmpty,
      customers: counted.customers,
      itemBytes: counted.itemBytes || itemBytes,
      shardCount: table.shardCount,
    },
    limits,
    consistentRead: await isReadConsistently(ports, plan),
    dryRun: options.dryRun,
    insertUnits: shares.insertUnits - (isGeneration ? shares.insertEntries : 0),
    updateUnits: shares.updateUnits - (isGeneration ? shares.updateEntries : 0),
    generation,
  });
  return { rows, ...fates, itemBytes: Math.round(itemBytes), ...shownCost(used, minutes) };
}

/** Estimates the writes of some records of the sample. */
async function estimateWrites(
  { customers }: EstimatePorts,
  plan: AcceptedPlan,
  { rows, sample }: SampledFile,
  compare: boolean,
): Promise<{ readonly sampledCount: number; readonly estimates: readonly WriteEstimate[] }> {
  const most = compare ? Math.max(LEAST_COMPARED, Math.min(MOST_COMPARED, rows * COMPARED_SHARE)) : MOST_COMPARED;
  const chosen = spreadOver(sample.records, Math.floor(most));
  const pick = cellPicker(plan);
  const drafts = new Map(
    chosen.map((cells, index): [string, { customerId: string; cells: string[] }] => {
      const customerId = customerIdOf(plan, cells, index);
      return [customerId, { customerId, cells: pick(cells) }];
    }),
  );
  // No customer has such an ID: DynamoDB rejects a request that names one.
  for (const id of drafts.keys()) if (!canBeId(id)) drafts.delete(id);
  const estimates = await customers
    .bulk(bulkJob(plan, LONGEST_FENCE))
    .estimateWrites([...drafts.values()], { compare });
  // The share of unreadable records is the same among the chosen ones and in the sample.
  const sampledCount = sample.records.length === 0 ? 0 : (chosen.length * sample.count) / sample.records.length;
  return { sampledCount, estimates };
}

const canBeId = (id: string): boolean => id !== '' && Buffer.byteLength(id) <= MAX_CUSTOMER_ID_BYTES;

/** Of a generated ID only the length matters. */
function customerIdOf({ prefix, layout }: AcceptedPlan, cells: readonly string[], index: number): string {
  const column = layout.customerIdColumn;
  return column === undefined ? `${prefix}_${1_000_000 + index}` : (cells[column] ?? '');
}
