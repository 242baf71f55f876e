import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ACCOUNT_PARTITIONS } from '../../functions/accounts/dynamodb/partitions.ts';
import { CAMPAIGN_PARTITIONS } from '../../functions/campaigns/dynamodb/partitions.ts';
import { CRM_TABLE_PARTITIONS } from '../../functions/crm-tables/dynamodb/partitions.ts';
import { CUSTOMER_PARTITIONS } from '../../functions/customers/dynamodb/partitions.ts';
import { DEFINITION_PARTITIONS } from '../../functions/definitions/dynamodb/partitions.ts';
import { EXPORT_PARTITIONS } from '../../functions/exports/dynamodb/partitions.ts';
import { FILTER_PARTITIONS } from '../../functions/filters/dynamodb/partitions.ts';
import { IMPORT_INDEX_PARTITIONS, IMPORT_PARTITIONS } from '../../functions/imports/dynamodb/partitions.ts';
import {
  MAINTENANCE_INDEX_PARTITIONS,
  MAINTENANCE_PARTITIONS,
} from '../../functions/maintenance/dynamodb/partitions.ts';
import { PEOPLE_PARTITIONS } from '../../functions/people/dynamodb/partitions.ts';
import { SCHEDULE_PARTITIONS } from '../../functions/schedules/dynamodb/partitions.ts';
import { SEARCH_INDEX_PARTITIONS, SEARCH_PARTITIONS } from '../../functions/search/dynamodb/partitions.ts';
import { KIT_INDEX_PARTITIONS, KIT_PARTITIONS } from '../../functions/shared/dynamodb/partitions.ts';

/** IAM authorises a transaction by the actions of its parts. */
type Action = 'GetItem' | 'Query' | 'PutItem' | 'UpdateItem' | 'DeleteItem' | 'BatchWriteItem' | 'ConditionCheckItem';

/** The actions of a function on the items of one partition, or of all partitions with the same prefix. */
interface ControlUse {
  /** A name that ends in `#` is a prefix. */
  readonly partition: string;
  readonly actions: readonly Action[];
  readonly inIndex?: true;
}

/** All uses of the control table by a function. */
export type ControlUses = readonly (readonly ControlUse[])[];

const use = (partition: string, ...actions: readonly Action[]): ControlUse => ({ partition, actions });
const list = (partition: string): ControlUse => ({ partition, actions: ['Query'], inIndex: true });

const { accounts, sequences } = ACCOUNT_PARTITIONS;
const { campaigns } = CAMPAIGN_PARTITIONS;
const { tables, lists, customerIds } = CRM_TABLE_PARTITIONS;
const { searches } = CUSTOMER_PARTITIONS;
const { definitions, holders } = DEFINITION_PARTITIONS;
const { exports, exportDefinitions } = EXPORT_PARTITIONS;
const { filters } = FILTER_PARTITIONS;
const { schedules } = SCHEDULE_PARTITIONS;
const { people, roles, features, rights, accountHolders } = PEOPLE_PARTITIONS;
const { imports, queues, uploads, runs } = IMPORT_PARTITIONS;
const { heads } = SEARCH_PARTITIONS;
const { jobs } = MAINTENANCE_PARTITIONS;

/** The uses of the control table, by purpose. */
export const CONTROL = {
  /** Every function with a route that is not public. */
  readRights: [use(rights, 'GetItem'), use(roles, 'GetItem'), use(features, 'GetItem')],
  readFeatures: [use(features, 'GetItem')],
  /** Adds entries to the audit; no function may update or delete one. Rejections are counted apart from them. */
  audit: [use(KIT_PARTITIONS.audit, 'PutItem'), use(KIT_PARTITIONS.rejections, 'UpdateItem')],
  readAudit: [
    use(KIT_PARTITIONS.audit, 'Query'),
    list(KIT_INDEX_PARTITIONS.audit),
    use(KIT_PARTITIONS.rejections, 'GetItem'),
  ],
  storeAnswers: [use(KIT_PARTITIONS.answers, 'PutItem', 'UpdateItem', 'DeleteItem')],

  manageAccounts: [
    use(accounts, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    use(sequences, 'GetItem', 'UpdateItem', 'ConditionCheckItem'),
    // A deletion counts what the account has, and the users with a role for it.
    use(campaigns, 'Query'),
    use(lists, 'Query'),
    use(accountHolders, 'GetItem', 'ConditionCheckItem'),
  ],
  readAccount: [use(accounts, 'GetItem')],
  listAccounts: [use(accounts, 'Query')],
  /** For the creation of an item that keeps its account from being deleted. */
  addToAccount: [use(accounts, 'ConditionCheckItem'), use(sequences, 'UpdateItem')],

  manageCampaigns: [use(campaigns, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')],

  manageTables: [
    use(tables, 'GetItem', 'Query', 'PutItem', 'UpdateItem'),
    use(lists, 'Query', 'PutItem', 'UpdateItem'),
  ],
  listTables: [use(lists, 'Query')],
  readPublishedTable: [use(tables, 'GetItem')],
  requireTableOfAccount: [use(lists, 'ConditionCheckItem')],
  reserveCustomerIds: [use(customerIds, 'UpdateItem')],

  openSearches: [use(searches, 'GetItem', 'PutItem')],

  manageDefinitions: [
    use(definitions, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    use(holders, 'DeleteItem'),
  ],
  readDefinition: [use(definitions, 'GetItem')],
  holdDefinition: [use(definitions, 'ConditionCheckItem'), use(holders, 'UpdateItem')],

  manageFilters: [use(filters, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')],
  readFilter: [use(filters, 'GetItem')],

  manageExports: [
    use(exports, 'GetItem', 'Query', 'PutItem', 'UpdateItem'),
    use(exportDefinitions, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
  ],
  /** A run of a schedule, and what became of it. */
  startExport: [use(exports, 'PutItem'), use(exportDefinitions, 'GetItem', 'UpdateItem')],
  /** What became of the runs of schedules of exports. */
  readExportRuns: [use(exports, 'GetItem'), use(exportDefinitions, 'GetItem')],
  readExport: [use(exports, 'GetItem')],
  /** The end of an export, and the time from which the next one by its definition goes on. */
  endExport: [use(exports, 'GetItem', 'UpdateItem'), use(exportDefinitions, 'UpdateItem')],

  managePeople: [
    use(people, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    use(roles, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    use(features, 'GetItem', 'PutItem', 'UpdateItem'),
    use(rights, 'GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'),
    // A grant needs its accounts, and is counted where their deletion checks it.
    use(accounts, 'ConditionCheckItem'),
    use(accountHolders, 'UpdateItem'),
  ],
  reconcileSignIns: [use(people, 'GetItem', 'Query', 'UpdateItem', 'DeleteItem')],
  addFirstUsers: [use(people, 'PutItem'), use(rights, 'PutItem'), use(KIT_PARTITIONS.audit, 'PutItem')],

  manageSchedules: [use(schedules, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem')],
  readSchedule: [use(schedules, 'GetItem')],
  listSchedules: [use(schedules, 'Query')],
  listExportDefinitions: [use(exportDefinitions, 'Query')],

  readImport: [use(imports, 'GetItem')],
  listImports: [list(IMPORT_INDEX_PARTITIONS.imports)],
  recordImport: [use(imports, 'GetItem', 'PutItem', 'UpdateItem')],
  nameUpload: [use(uploads, 'UpdateItem')],
  reportStage: [use(imports, 'UpdateItem')],
  readLease: [use(queues, 'GetItem')],
  requireFreeLease: [use(queues, 'ConditionCheckItem')],
  /** An import joins the queue when it is confirmed, and leaves it when it is cancelled. */
  updateQueue: [use(queues, 'GetItem', 'Query', 'PutItem', 'DeleteItem')],
  /** The start and end of an import change the lease; its completion also changes the table's counters. */
  dispatch: [use(imports, 'GetItem', 'UpdateItem'), use(queues, 'GetItem', 'Query', 'UpdateItem', 'DeleteItem')],
  watchQueues: [list(IMPORT_INDEX_PARTITIONS.queues), list(IMPORT_INDEX_PARTITIONS.leases)],
  /** What a table's search index consists of. */
  writeSearchHead: [use(heads, 'GetItem', 'UpdateItem')],
  /** A publication says that a generation is due. */
  requireGeneration: [use(heads, 'UpdateItem')],
  watchSearchHeads: [list(SEARCH_INDEX_PARTITIONS.due)],
  /** Counts what CRM tables have, closes them, and records the job that deletes them. */
  orderMaintenance: [
    use(jobs, 'GetItem', 'Query', 'PutItem'),
    use(tables, 'GetItem', 'Query', 'UpdateItem'),
    use(lists, 'GetItem', 'UpdateItem'),
    use(queues, 'GetItem', 'Query', 'UpdateItem'),
    use(accounts, 'GetItem'),
    use(campaigns, 'Query'),
    use(definitions, 'Query'),
    use(schedules, 'Query'),
    use(filters, 'Query'),
    use(exports, 'Query'),
    use(exportDefinitions, 'Query'),
    list(IMPORT_INDEX_PARTITIONS.imports),
  ],
  /** Removes every item that belongs to a CRM table. */
  workOnMaintenance: [
    use(jobs, 'GetItem', 'UpdateItem'),
    list(MAINTENANCE_INDEX_PARTITIONS.due),
    use(accounts, 'GetItem'),
    use(campaigns, 'Query'),
    use(tables, 'GetItem', 'Query', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'),
    use(lists, 'UpdateItem', 'DeleteItem'),
    use(queues, 'GetItem', 'Query', 'UpdateItem', 'BatchWriteItem'),
    use(heads, 'GetItem', 'Query', 'UpdateItem', 'BatchWriteItem'),
    use(imports, 'GetItem', 'Query', 'BatchWriteItem'),
    list(IMPORT_INDEX_PARTITIONS.imports),
    use(uploads, 'BatchWriteItem'),
    ...[customerIds, definitions, holders, filters, exports, exportDefinitions, schedules, runs].map((partition) =>
      use(partition, 'Query', 'BatchWriteItem'),
    ),
  ],
  readRuns: [use(runs, 'GetItem', 'Query')],
  recordRun: [use(runs, 'GetItem', 'Query', 'PutItem', 'UpdateItem')],
  recordMissedRun: [use(runs, 'UpdateItem')],
} as const satisfies Record<string, readonly ControlUse[]>;

/** A complete partition key gets no wildcard: `ACCOUNTS*` would also match the partitions of a later context. */
const patternOf = (partition: string): string => (partition.endsWith('#') ? `${partition}*` : partition);

/**
 * Lets a function use the items of these partitions only: IAM compares the partition keys of a request. All partitions of
 * an action are in one statement, because IAM compares a request with each statement as a whole.
 */
export function useControl(table: ITable, ...uses: ControlUses): PolicyStatement[] {
  const rights = uses
    .flat()
    .flatMap(({ partition, actions, inIndex }) =>
      actions.map((action) => ({ action, resource: inIndex ? '/index/GSI1' : '', pattern: patternOf(partition) })),
    );
  const byAction = Map.groupBy(rights, ({ action, resource }) => action + resource);
  return [...byAction.values()].map((group) => {
    const patterns = [...new Set(group.map(({ pattern }) => pattern))].sort();
    return new PolicyStatement({
      actions: group.slice(0, 1).map(({ action }) => `dynamodb:${action}`),
      resources: group.slice(0, 1).map(({ resource }) => `${table.tableArn}${resource}`),
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': patterns } },
    });
  });
}
