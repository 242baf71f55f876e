import { beforeAll, describe, expect, test } from '@jest/globals';
import { ACCOUNT_PARTITIONS } from '../../functions/accounts/dynamodb/partitions.ts';
import { CAMPAIGN_PARTITIONS } from '../../functions/campaigns/dynamodb/partitions.ts';
import { CRM_TABLE_PARTITIONS } from '../../functions/crm-tables/dynamodb/partitions.ts';
import { CUSTOMER_PARTITIONS } from '../../functions/customers/dynamodb/partitions.ts';
import { DEFINITION_PARTITIONS } from '../../functions/definitions/dynamodb/partitions.ts';
import { EXPORT_PARTITIONS } from '../../functions/exports/dynamodb/partitions.ts';
import { FILTER_PARTITIONS } from '../../functions/filters/dynamodb/partitions.ts';
import { IMPORT_PARTITIONS } from '../../functions/imports/dynamodb/partitions.ts';
import { PEOPLE_PARTITIONS } from '../../functions/people/dynamodb/partitions.ts';
import { SCHEDULE_PARTITIONS } from '../../functions/schedules/dynamodb/partitions.ts';
import { KIT_PARTITIONS } from '../../functions/shared/dynamodb/partitions.ts';
import { type ControlRight, controlRights } from './control-rights.ts';

type Actions = readonly string[];

const READ = ['GetItem', 'Query'];
const WRITE = ['PutItem', 'UpdateItem'];
const DELETE = ['DeleteItem'];
const BATCH = ['BatchWriteItem'];
const CHECK = ['ConditionCheckItem'];
const ANSWERS = { 'ANSWERS#*': [...WRITE, ...DELETE] };
/** Entries are added; no function may update or delete one. */
const AUDIT = { 'AUDIT#*': ['PutItem'], 'REJECTIONS#*': ['UpdateItem'] };
/** Of every function with a route that is not public. */
const RIGHTS = { 'USER#*': ['GetItem'], ROLES: ['GetItem'], FEATURES: ['GetItem'], ...AUDIT };
const REPORT = { 'IMPORT#*': ['UpdateItem'] };
const HEAD = { 'SEARCH#*': ['GetItem', 'UpdateItem'] };
const DISPATCH = { 'IMPORT#*': ['GetItem', 'UpdateItem'], 'QUEUE#*': [...READ, 'UpdateItem', ...DELETE] };

/** Listed by hand, from the reads and writes of each function's use cases: function, partition, actions. `GSI1:` is the index. */
const TABLE: Readonly<Record<string, Readonly<Record<string, Actions>>>> = {
  Apiaccounts: {
    ...ANSWERS,
    ...RIGHTS,
    ACCOUNTS: [...READ, ...WRITE, ...DELETE],
    'ACCOUNT-SEQUENCES': ['GetItem', 'UpdateItem', ...CHECK],
    'CAMPAIGN#*': ['Query'],
    'CRMTABLES#*': ['Query'],
    'ACCOUNT-HOLDERS': ['GetItem', ...CHECK],
  },
  Apicampaigns: {
    ...ANSWERS,
    ...RIGHTS,
    'CAMPAIGN#*': [...READ, ...WRITE, ...DELETE],
    ACCOUNTS: ['GetItem', ...CHECK],
    'ACCOUNT-SEQUENCES': ['UpdateItem'],
    'CRMTABLES#*': CHECK,
  },
  Apicrmtables: {
    ...ANSWERS,
    ...RIGHTS,
    'CRMTABLE#*': [...READ, ...WRITE],
    'CRMTABLES#*': ['Query', ...WRITE],
    ACCOUNTS: ['GetItem', ...CHECK],
    'ACCOUNT-SEQUENCES': ['UpdateItem'],
    'QUEUE#*': CHECK,
    'SEARCH#*': ['UpdateItem'],
  },
  Apidefinitions: {
    ...ANSWERS,
    ...RIGHTS,
    'DEFINITION#*': [...READ, ...WRITE, ...DELETE],
    'DEFINITION-HOLDERS#*': DELETE,
    'CRMTABLE#*': ['GetItem'],
  },
  Apiexports: {
    ...ANSWERS,
    ...RIGHTS,
    'EXPORT#*': [...READ, ...WRITE],
    'EXPORT-DEFINITION#*': [...READ, ...WRITE, ...DELETE],
    'FILTER#*': ['GetItem'],
    'CRMTABLE#*': ['GetItem'],
    'SCHEDULE#*': ['Query'],
  },
  Stepplanexport: { 'EXPORT#*': ['GetItem'], 'CRMTABLE#*': ['GetItem'], 'GSI1:IMPORTS#*': ['Query'] },
  Stepfinishexport: { 'EXPORT#*': ['GetItem', 'UpdateItem'], 'EXPORT-DEFINITION#*': ['UpdateItem'] },
  Apifilters: {
    ...ANSWERS,
    ...RIGHTS,
    'FILTER#*': [...READ, ...WRITE, ...DELETE],
    'CRMTABLE#*': ['GetItem'],
    'EXPORT-DEFINITION#*': ['Query'],
  },
  Apicustomers: {
    ...ANSWERS,
    ...RIGHTS,
    'CRMTABLE#*': ['GetItem'],
    'CRMTABLE-IDS#*': ['UpdateItem'],
    'CUSTOMER-SEARCHES#*': ['GetItem', 'PutItem'],
    'IMPORT#*': ['GetItem'],
    ...HEAD,
    ACCOUNTS: ['Query'],
    'CRMTABLES#*': ['Query'],
  },
  Apidocuments: {
    ...RIGHTS,
    'CRMTABLE#*': ['GetItem'],
    ACCOUNTS: ['GetItem'],
  },
  Apipeople: {
    ...ANSWERS,
    'AUDIT#*': ['PutItem', 'Query'],
    'GSI1:AUDIT#*': ['Query'],
    'REJECTIONS#*': ['GetItem', 'UpdateItem'],
    PEOPLE: [...READ, ...WRITE, ...DELETE],
    ROLES: [...READ, ...WRITE, ...DELETE],
    'USER#*': ['GetItem', ...WRITE, ...DELETE],
    FEATURES: ['GetItem', ...WRITE],
    'ACCOUNT-HOLDERS': ['UpdateItem'],
    ACCOUNTS: ['GetItem', ...CHECK],
  },
  ReconcileSignInsHandler: { PEOPLE: [...READ, 'UpdateItem', ...DELETE] },
  SetUpPeople: { PEOPLE: ['PutItem'], 'USER#*': ['PutItem'], 'AUDIT#*': ['PutItem'] },
  Apimaintenance: {
    ...ANSWERS,
    ...RIGHTS,
    'MAINTENANCE#*': [...READ, 'PutItem'],
    'CRMTABLE#*': [...READ, 'UpdateItem'],
    'CRMTABLES#*': ['GetItem', 'UpdateItem'],
    'QUEUE#*': [...READ, 'UpdateItem'],
    ACCOUNTS: ['GetItem'],
    'CAMPAIGN#*': ['Query'],
    'DEFINITION#*': ['Query'],
    'SCHEDULE#*': ['Query'],
    'FILTER#*': ['Query'],
    'EXPORT#*': ['Query'],
    'EXPORT-DEFINITION#*': ['Query'],
    'GSI1:IMPORTS#*': ['Query'],
  },
  // Removes every item that belongs to a CRM table, and none of the audit.
  WorkMaintenanceHandler: {
    'MAINTENANCE#*': ['GetItem', 'UpdateItem'],
    'GSI1:MAINTENANCE-DUE': ['Query'],
    ACCOUNTS: ['GetItem'],
    'CAMPAIGN#*': ['Query'],
    'CRMTABLE#*': [...READ, 'UpdateItem', ...DELETE, ...BATCH],
    'CRMTABLES#*': ['UpdateItem', ...DELETE],
    'QUEUE#*': [...READ, 'UpdateItem', ...BATCH],
    'SEARCH#*': [...READ, 'UpdateItem', ...BATCH],
    'IMPORT#*': [...READ, ...BATCH],
    'GSI1:IMPORTS#*': ['Query'],
    'UPLOAD#*': BATCH,
    'IMPORT-RUNS#*': ['Query', ...BATCH],
    'CRMTABLE-IDS#*': ['Query', ...BATCH],
    'DEFINITION#*': ['Query', ...BATCH],
    'DEFINITION-HOLDERS#*': ['Query', ...BATCH],
    'FILTER#*': ['Query', ...BATCH],
    'EXPORT#*': ['Query', ...BATCH],
    'EXPORT-DEFINITION#*': ['Query', ...BATCH],
    'SCHEDULE#*': ['Query', ...BATCH],
  },
  Apischedules: {
    ...ANSWERS,
    ...RIGHTS,
    'SCHEDULE#*': [...READ, ...WRITE, ...DELETE],
    'DEFINITION#*': ['GetItem', ...CHECK],
    'DEFINITION-HOLDERS#*': ['UpdateItem'],
    'CRMTABLE#*': ['GetItem'],
    'IMPORT#*': ['GetItem'],
    'IMPORT-RUNS#*': READ,
    'EXPORT#*': ['GetItem'],
    'EXPORT-DEFINITION#*': ['GetItem'],
  },
  StartExportHandler: {
    ...RIGHTS,
    'EXPORT#*': ['PutItem'],
    'EXPORT-DEFINITION#*': ['GetItem', 'UpdateItem'],
    'FILTER#*': ['GetItem'],
    'CRMTABLE#*': ['GetItem'],
    'SCHEDULE#*': ['GetItem'],
  },
  Apiimports: {
    ...RIGHTS,
    'IMPORT#*': ['GetItem', ...WRITE],
    'GSI1:IMPORTS#*': ['Query'],
    'QUEUE#*': [...READ, 'PutItem', ...DELETE],
    ACCOUNTS: READ,
    'CRMTABLES#*': ['Query'],
    'CRMTABLE#*': ['GetItem'],
    'DEFINITION#*': ['GetItem'],
  },
  Apiimportspreview: {
    ...RIGHTS,
    'QUEUE#*': ['GetItem'],
    ACCOUNTS: ['GetItem'],
    'CRMTABLE#*': ['GetItem'],
    'DEFINITION#*': ['GetItem'],
  },
  StartImportHandler: {
    FEATURES: ['GetItem'],
    'IMPORT#*': ['GetItem', ...WRITE],
    'QUEUE#*': [...READ, ...WRITE, ...DELETE],
    'UPLOAD#*': ['UpdateItem'],
    'IMPORT-RUNS#*': [...READ, ...WRITE],
    'SCHEDULE#*': ['GetItem'],
    ACCOUNTS: ['GetItem'],
    'CRMTABLE#*': ['GetItem'],
    'DEFINITION#*': ['GetItem'],
  },
  RecordFailedStartHandler: {
    'IMPORT#*': ['GetItem', ...WRITE],
    'GSI1:IMPORTS#*': ['Query'],
    'UPLOAD#*': ['UpdateItem'],
    'IMPORT-RUNS#*': ['UpdateItem'],
    'CRMTABLE#*': ['GetItem'],
  },
  ExecutionEndedHandler: DISPATCH,
  WatchQueuesHandler: {
    ...DISPATCH,
    ...HEAD,
    'GSI1:QUEUES': ['Query'],
    'GSI1:LEASES': ['Query'],
    'GSI1:SEARCH-DUE': ['Query'],
  },
  Stepplan: { 'IMPORT#*': ['GetItem', 'UpdateItem'], 'CRMTABLE#*': ['GetItem'], 'DEFINITION#*': ['GetItem'] },
  Stepdecode: REPORT,
  Stepresolvescan: REPORT,
  Stepcut: REPORT,
  Stepchooseroute: {
    ...REPORT,
    'QUEUE#*': ['GetItem'],
    'CRMTABLE-IDS#*': ['UpdateItem'],
    ...HEAD,
  },
  Stepplanwrites: { ...REPORT, 'QUEUE#*': ['GetItem'], ...HEAD },
  Stepplanindex: { ...REPORT, ...HEAD, 'QUEUE#*': ['GetItem'], 'CRMTABLE#*': ['GetItem'] },
  Stepcutindex: { ...REPORT, ...HEAD },
  Stepflipindex: HEAD,
  Stepcleanindex: HEAD,
  Stepplanfiles: { 'IMPORT#*': ['GetItem', 'UpdateItem'] },
  Stepfinish: DISPATCH,
};

/** Partitions that other contexts write to, by functions that the owner exports. They hold nothing else. */
const WRITTEN_BY_OTHERS = ['ACCOUNT-SEQUENCES', 'DEFINITION-HOLDERS#*', 'CRMTABLE-IDS#*', 'SEARCH#*'];

const OWNERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: ACCOUNT_PARTITIONS,
  campaigns: CAMPAIGN_PARTITIONS,
  crmtables: CRM_TABLE_PARTITIONS,
  customers: CUSTOMER_PARTITIONS,
  definitions: DEFINITION_PARTITIONS,
  exports: EXPORT_PARTITIONS,
  filters: FILTER_PARTITIONS,
  imports: IMPORT_PARTITIONS,
  people: PEOPLE_PARTITIONS,
  schedules: SCHEDULE_PARTITIONS,
};

/** The deletion of a CRM table closes it, its list entry and its lease; its worker removes items of every context. */
const OF_MAINTENANCE = ['Apimaintenance', 'WorkMaintenanceHandler'];

/** The contexts of functions whose names do not contain them. */
const CONTEXTS: Readonly<Record<string, string>> = {
  ReconcileSignInsHandler: 'people',
  SetUpPeople: 'people',
  Stepfinishexport: 'exports',
  StartExportHandler: 'exports',
};

const patterns = (partitions: Readonly<Record<string, string>>) =>
  Object.values(partitions).map((partition) => partition.replace(/#$/, '#*'));

let rights: Map<string, ControlRight[]>;
beforeAll(() => {
  rights = controlRights();
});

const asRows = (found: readonly ControlRight[]): string[] =>
  found
    .flatMap(({ action, inIndex, partitions = ['every key'] }) =>
      partitions.map((partition) => `${inIndex ? 'GSI1:' : ''}${partition} ${action}`),
    )
    .sort();

const expected = (table: Readonly<Record<string, Actions>>): string[] =>
  Object.entries(table)
    .flatMap(([partition, actions]) => actions.map((action) => `${partition} ${action}`))
    .sort();

describe('the permission of functions on the control table', () => {
  test.each(Object.entries(TABLE))('of %s equals its access', (name, table) => {
    expect(asRows(rights.get(name) ?? [])).toEqual(expected(table));
  });

  test('is empty for every other function', () => {
    expect(new Set(rights.keys())).toEqual(new Set(Object.keys(TABLE)));
  });

  test('is to write items of the own context, of the kit, and of the partitions that are there to be written by others', () => {
    const others = [...rights].filter(([name]) => !OF_MAINTENANCE.includes(name));
    const foreign = others.flatMap(([name, found]) => {
      const context = CONTEXTS[name] ?? (name.startsWith('Api') ? name.slice('Api'.length) : 'imports');
      const own = [...patterns(OWNERS[context] ?? {}), ...patterns(KIT_PARTITIONS), ...WRITTEN_BY_OTHERS];
      return found
        .filter(({ action }) => ['PutItem', 'UpdateItem', 'DeleteItem'].includes(action))
        .flatMap(({ action, partitions = ['every key'] }) =>
          partitions.filter((partition) => !own.includes(partition)).map((partition) => [name, action, partition]),
        );
    });
    expect(foreign).toEqual([]);
  });

  test('includes making its deletion notice a new item, if it is to require the account for it', () => {
    const functionsThat = (action: string, partition: string) =>
      [...rights].flatMap(([name, found]) =>
        found.some((right) => right.action === action && right.partitions?.includes(partition)) ? [name] : [],
      );
    const requiring = functionsThat('ConditionCheckItem', 'ACCOUNTS');
    expect(requiring.length).toBeGreaterThan(0);
    // The deletion requires that the sequence number is unchanged, and that no grant is counted.
    expect(functionsThat('ConditionCheckItem', 'ACCOUNT-HOLDERS')).toEqual(['Apiaccounts']);
    const noticed = [
      ...functionsThat('UpdateItem', 'ACCOUNT-SEQUENCES'),
      ...functionsThat('UpdateItem', 'ACCOUNT-HOLDERS'),
    ];
    expect(noticed).toEqual(expect.arrayContaining(requiring));
  });

  test('is to add audit entries, and never to update or delete one', () => {
    const onAudit = [...rights].flatMap(([name, found]) =>
      found
        .filter(({ partitions = ['AUDIT#'] }) => partitions.some((partition) => /^(AUDIT#|\*|A\*)/.test(partition)))
        .map(({ action }) => [action, name] as const),
    );
    const allowed = Object.groupBy(onAudit, ([action]) => action);
    expect(new Set(Object.keys(allowed))).toEqual(new Set(['PutItem', 'Query']));
    expect(new Set(allowed.Query?.map(([, name]) => name))).toEqual(new Set(['Apipeople']));
  });

  test('has all keys of an action in one statement, so that one transaction may write to several partitions', () => {
    const twice = [...rights].flatMap(([name, found]) => {
      const actions = found.map(({ action, inIndex }) => `${name} ${action} ${inIndex ? 'index' : 'table'}`);
      return actions.filter((action, at) => actions.indexOf(action) < at);
    });
    expect(twice).toEqual([]);
  });
});
