import { beforeAll, describe, expect, test } from '@jest/globals';
import { ACCOUNT_PARTITIONS } from '../../functions/accounts/dynamodb/partitions.ts';
import { CAMPAIGN_PARTITIONS } from '../../functions/campaigns/dynamodb/partitions.ts';
import { CRM_TABLE_PARTITIONS } from '../../functions/crm-tables/dynamodb/partitions.ts';
import { CUSTOMER_PARTITIONS } from '../../functions/customers/dynamodb/partitions.ts';
import { DEFINITION_PARTITIONS } from '../../functions/definitions/dynamodb/partitions.ts';
import { IMPORT_PARTITIONS } from '../../functions/imports/dynamodb/partitions.ts';
import { PEOPLE_PARTITIONS } from '../../functions/people/dynamodb/partitions.ts';
import { SCHEDULE_PARTITIONS } from '../../functions/schedules/dynamodb/partitions.ts';
import { KIT_PARTITIONS } from '../../functions/shared/dynamodb/partitions.ts';
import { type ControlRight, controlRights } from './control-rights.ts';

type Actions = readonly string[];

const READ = ['GetItem', 'Query'];
const WRITE = ['PutItem', 'UpdateItem'];
const DELETE = ['DeleteItem'];
const CHECK = ['ConditionCheckItem'];
const ANSWERS = { 'ANSWERS#*': [...WRITE, ...DELETE] };
/** Entries are added; no function may update or delete one. */
const AUDIT = { 'AUDIT#*': ['PutItem'], 'REJECTIONS#*': ['UpdateItem'] };
/** Of every function with a route that is not public. */
const RIGHTS = { 'USER#*': ['GetItem'], ROLES: ['GetItem'], FEATURES: ['GetItem'], ...AUDIT };
const REPORT = { 'IMPORT#*': ['UpdateItem'] };
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
  },
  Apidefinitions: {
    ...ANSWERS,
    ...RIGHTS,
    'DEFINITION#*': [...READ, ...WRITE, ...DELETE],
    'DEFINITION-HOLDERS#*': DELETE,
    'CRMTABLE#*': ['GetItem'],
  },
  Apicustomers: {
    ...ANSWERS,
    ...RIGHTS,
    'CRMTABLE#*': ['GetItem'],
    'CRMTABLE-IDS#*': ['UpdateItem'],
    'CUSTOMER-SEARCHES#*': ['GetItem', 'PutItem'],
    'IMPORT#*': ['GetItem'],
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
  Apischedules: {
    ...ANSWERS,
    ...RIGHTS,
    'SCHEDULE#*': [...READ, ...WRITE, ...DELETE],
    'DEFINITION#*': ['GetItem', ...CHECK],
    'DEFINITION-HOLDERS#*': ['UpdateItem'],
    'CRMTABLE#*': ['GetItem'],
    'IMPORT#*': ['GetItem'],
    'IMPORT-RUNS#*': READ,
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
  WatchQueuesHandler: { ...DISPATCH, 'GSI1:QUEUES': ['Query'], 'GSI1:LEASES': ['Query'] },
  Stepplan: { 'IMPORT#*': ['GetItem', 'UpdateItem'], 'CRMTABLE#*': ['GetItem'], 'DEFINITION#*': ['GetItem'] },
  Stepdecode: REPORT,
  Stepresolvescan: REPORT,
  Stepcut: REPORT,
  Stepchooseroute: { ...REPORT, 'QUEUE#*': ['GetItem'], 'CRMTABLE-IDS#*': ['UpdateItem'] },
  Stepplanwrites: REPORT,
  Stepplanfiles: { 'IMPORT#*': ['GetItem', 'UpdateItem'] },
  Stepfinish: DISPATCH,
};

/** Partitions that other contexts write to, by functions that the owner exports. They hold nothing else. */
const WRITTEN_BY_OTHERS = ['ACCOUNT-SEQUENCES', 'DEFINITION-HOLDERS#*', 'CRMTABLE-IDS#*'];

const OWNERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: ACCOUNT_PARTITIONS,
  campaigns: CAMPAIGN_PARTITIONS,
  crmtables: CRM_TABLE_PARTITIONS,
  customers: CUSTOMER_PARTITIONS,
  definitions: DEFINITION_PARTITIONS,
  imports: IMPORT_PARTITIONS,
  people: PEOPLE_PARTITIONS,
  schedules: SCHEDULE_PARTITIONS,
};

/** The contexts of functions whose names do not contain them. */
const CONTEXTS: Readonly<Record<string, string>> = { ReconcileSignInsHandler: 'people', SetUpPeople: 'people' };

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
    const foreign = [...rights].flatMap(([name, found]) => {
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
