import { accountKey } from '../../functions/accounts/dynamodb/account-item.ts';
import { sequenceKey } from '../../functions/accounts/dynamodb/account-sequence.ts';
import { campaignKey, campaignNameKey } from '../../functions/campaigns/dynamodb/campaign-item.ts';
import { draftKey } from '../../functions/crm-tables/dynamodb/draft-item.ts';
import { highWaterMarkKey } from '../../functions/crm-tables/dynamodb/high-water-marks.ts';
import { tablePointerKey } from '../../functions/crm-tables/dynamodb/pointer-item.ts';
import { tableKey } from '../../functions/crm-tables/dynamodb/table-item.ts';
import { versionKey } from '../../functions/crm-tables/dynamodb/version-item.ts';
import { openSearchKey } from '../../functions/customers/dynamodb/open-searches.ts';
import * as definitions from '../../functions/definitions/dynamodb/definition-item.ts';
import {
  exportDefinitionKey,
  exportDefinitionNameKey,
  exportKey,
  exportRunKey,
  lastExportKey,
} from '../../functions/exports/dynamodb/export-item.ts';
import { filterKey, filterNameKey } from '../../functions/filters/dynamodb/filter-item.ts';
import { correctionKey } from '../../functions/imports/dynamodb/correction-item.ts';
import { countersKey } from '../../functions/imports/dynamodb/counters-item.ts';
import { importKey, toImportItem } from '../../functions/imports/dynamodb/import-item.ts';
import { grantLease, leaseKey } from '../../functions/imports/dynamodb/lease-item.ts';
import { queueKey, toQueueItem } from '../../functions/imports/dynamodb/queue-item.ts';
import { fileKey, missedKey, runKey } from '../../functions/imports/dynamodb/schedule-run-items.ts';
import { uploadKey } from '../../functions/imports/dynamodb/upload-item.ts';
import { dueKeys, jobKey } from '../../functions/maintenance/dynamodb/job-item.ts';
import { accountHoldersKey } from '../../functions/people/dynamodb/account-holders-item.ts';
import { featuresKey } from '../../functions/people/dynamodb/feature-reader.ts';
import { groupKey, groupNameKey } from '../../functions/people/dynamodb/group-item.ts';
import { rightsKey } from '../../functions/people/dynamodb/rights-item.ts';
import { roleKey, roleNameKey } from '../../functions/people/dynamodb/role-item.ts';
import { pendingKey, workerKey } from '../../functions/people/dynamodb/sign-in-item.ts';
import { crmIdKey, emailKey, userKey, usernameKey } from '../../functions/people/dynamodb/user-item.ts';
import { scheduleKey } from '../../functions/schedules/dynamodb/schedule-item.ts';
import { dueValues, searchHeadKey } from '../../functions/search/dynamodb/head-item.ts';
import { answerKey } from '../../functions/shared/dynamodb/answer-item.ts';
import { toItem } from '../../functions/shared/dynamodb/attributes.ts';
import { auditKey, auditPut } from '../../functions/shared/dynamodb/audit-item.ts';
import type { ControlKey } from '../../functions/shared/dynamodb/control-key.ts';
import { rejectionsKey, viewKey } from '../../functions/shared/dynamodb/rejections-item.ts';
import { testEntry } from './origin.ts';

/** The parts of keys of the control table, by their names in docs/access-patterns.md. */
export interface KeyParts {
  readonly ACC: string;
  readonly PREFIX: string;
  readonly id: string;
  readonly version: number;
  /** Two names that differ in case or spacing only are one. */
  readonly name: string;
  /** As it is written, for a username. */
  readonly username: string;
  readonly 'CRM Id': string;
  /** In any case of letters. */
  readonly 'e-mail address': string;
  readonly importId: string;
  readonly createdAt: string;
  readonly 'granted at': string;
  readonly 'schedule id': string;
  readonly scheduledAt: string;
  /** Stands for the bucket, the key and the version of an object. */
  readonly object: string;
  readonly user: string;
  readonly time: string;
  readonly 'request id': string;
  readonly route: string;
  readonly 'five minutes': string;
  readonly hour: string;
  readonly key: string;
}
type Part = keyof KeyParts;

export interface ControlItem {
  /** As docs/access-patterns.md calls it. */
  readonly item: string;
  readonly context: string;
  /** The function that makes its key. */
  readonly builder: (...parts: never[]) => ControlKey;
  /** The parts that distinguish items of the same kind. */
  readonly parts: readonly Part[];
  readonly key: (parts: KeyParts) => ControlKey;
  /** Its keys in the index GSI1. */
  readonly indexed?: (parts: KeyParts) => ControlKey;
}

const sourceOf = ({ object }: KeyParts) => ({ bucket: 'data', key: object, versionId: '1' });

const textOf = (item: Record<string, { S?: string | undefined }> | undefined, name: string) => item?.[name]?.S ?? '';

const indexKeys = (item: Parameters<typeof textOf>[0], PK = 'GSI1PK', SK = 'GSI1SK'): ControlKey => ({
  PK: textOf(item, PK),
  SK: textOf(item, SK),
});

const importOf = (parts: KeyParts) => ({
  ...{ importId: parts.importId, prefix: parts.PREFIX, createdAt: parts.createdAt },
  ...{ fileName: 'a.csv', status: 'queued' as const, attempt: 1, fence: 0, source: sourceOf(parts) },
});

const entryOf = (parts: KeyParts) => ({
  ...testEntry(),
  ...{ account: parts.ACC, at: parts.time, requestId: parts['request id'], object: parts.id },
});

const named = ({ PREFIX, ACC, name }: KeyParts) => ({ prefix: PREFIX, accountPrefix: ACC, name });

/** Every item of the control table, in the order of docs/access-patterns.md. */
export const CONTROL_ITEMS: readonly ControlItem[] = [
  {
    ...{ item: 'account', context: 'accounts', builder: accountKey, parts: ['ACC'] },
    key: ({ ACC }) => accountKey(ACC),
  },
  {
    ...{ item: 'sequence number of an account prefix', context: 'accounts', builder: sequenceKey, parts: ['ACC'] },
    key: ({ ACC }) => sequenceKey(ACC),
  },
  {
    ...{ item: 'campaign', context: 'campaigns', builder: campaignKey, parts: ['ACC', 'id'] },
    key: ({ ACC, id }) => campaignKey(ACC, id),
  },
  {
    ...{ item: "claim on a campaign's name", context: 'campaigns', builder: campaignNameKey, parts: ['ACC', 'name'] },
    key: (parts) => campaignNameKey(named(parts)),
  },
  {
    ...{ item: 'filter', context: 'filters', builder: filterKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => filterKey(PREFIX, id),
  },
  {
    ...{ item: "claim on a filter's name", context: 'filters', builder: filterNameKey, parts: ['PREFIX', 'name'] },
    key: ({ PREFIX, name }) => filterNameKey({ prefix: PREFIX, name }),
  },
  {
    ...{ item: 'export', context: 'exports', builder: exportKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => exportKey(PREFIX, id),
  },
  {
    ...{ item: 'export definition', context: 'exports', builder: exportDefinitionKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => exportDefinitionKey(PREFIX, id),
  },
  {
    ...{ item: "claim on an export definition's name", context: 'exports', builder: exportDefinitionNameKey },
    parts: ['PREFIX', 'name'],
    key: ({ PREFIX, name }) => exportDefinitionNameKey({ prefix: PREFIX, name }),
  },
  {
    ...{ item: 'last export of a definition', context: 'exports', builder: lastExportKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => lastExportKey(PREFIX, id),
  },
  {
    ...{ item: 'last run of a schedule of exports', context: 'exports', builder: exportRunKey },
    parts: ['PREFIX', 'schedule id'],
    key: ({ PREFIX, 'schedule id': id }) => exportRunKey(PREFIX, id),
  },
  {
    ...{ item: "CRM table in its account's list", context: 'crm-tables', builder: tablePointerKey },
    parts: ['ACC', 'PREFIX'],
    key: ({ ACC, PREFIX }) => tablePointerKey(ACC, PREFIX),
  },
  {
    ...{ item: 'CRM table', context: 'crm-tables', builder: tableKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => tableKey(PREFIX),
  },
  {
    ...{ item: 'draft', context: 'crm-tables', builder: draftKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => draftKey(PREFIX),
  },
  {
    ...{ item: 'published version', context: 'crm-tables', builder: versionKey, parts: ['PREFIX', 'version'] },
    key: ({ PREFIX, version }) => versionKey(PREFIX, version),
  },
  {
    ...{ item: 'highest generated Customer ID', context: 'crm-tables', builder: highWaterMarkKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => highWaterMarkKey(PREFIX),
  },
  {
    ...{ item: 'import lease', context: 'imports', builder: leaseKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => leaseKey(PREFIX),
    indexed: (parts) => {
      const { Update } = grantLease('control', importOf(parts), { fence: 1 }, parts['granted at']);
      return indexKeys(Update?.ExpressionAttributeValues, ':leases', ':listed');
    },
  },
  {
    ...{ item: 'waiting import', context: 'imports', builder: queueKey, parts: ['PREFIX', 'createdAt', 'importId'] },
    key: (parts) => queueKey(importOf(parts)),
    indexed: (parts) => indexKeys(toQueueItem(importOf(parts))),
  },
  {
    ...{ item: 'counters of a table', context: 'imports', builder: countersKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => countersKey(PREFIX),
  },
  {
    ...{ item: 'head of the search index', context: 'search', builder: searchHeadKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => searchHeadKey(PREFIX),
    indexed: ({ PREFIX }) => indexKeys(dueValues(PREFIX), ':due', ':prefix'),
  },
  {
    ...{ item: 'import definition', context: 'definitions', builder: definitions.definitionKey },
    parts: ['PREFIX', 'id'],
    key: ({ PREFIX, id }) => definitions.definitionKey(PREFIX, id),
  },
  {
    ...{ item: 'its versions', context: 'definitions', builder: definitions.versionKey },
    parts: ['PREFIX', 'id', 'version'],
    key: ({ PREFIX, id, version }) => definitions.versionKey({ prefix: PREFIX, definitionId: id, version }),
  },
  {
    ...{ item: 'claim on its name', context: 'definitions', builder: definitions.nameKey, parts: ['PREFIX', 'name'] },
    key: (parts) => definitions.nameKey(named(parts)),
  },
  {
    ...{ item: 'the default definition', context: 'definitions', builder: definitions.defaultKey, parts: ['PREFIX'] },
    key: ({ PREFIX }) => definitions.defaultKey(PREFIX),
  },
  {
    ...{ item: 'its holders', context: 'definitions', builder: definitions.holdersKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => definitions.holdersKey(PREFIX, id),
  },
  {
    ...{ item: 'schedule', context: 'schedules', builder: scheduleKey, parts: ['PREFIX', 'id'] },
    key: ({ PREFIX, id }) => scheduleKey(PREFIX, id),
  },
  {
    ...{ item: 'a run of it', context: 'imports', builder: runKey, parts: ['schedule id', 'scheduledAt'] },
    key: ({ scheduledAt, ...parts }) => runKey(parts['schedule id'], scheduledAt),
  },
  {
    ...{ item: 'a file version that it has imported', context: 'imports', builder: fileKey },
    parts: ['schedule id', 'object'],
    key: (parts) => fileKey(parts['schedule id'], sourceOf(parts)),
  },
  {
    ...{ item: 'its missed runs', context: 'imports', builder: missedKey, parts: ['schedule id'] },
    key: (parts) => missedKey(parts['schedule id']),
  },
  {
    ...{ item: 'claim on an object version', context: 'imports', builder: uploadKey, parts: ['object'] },
    key: (parts) => uploadKey(sourceOf(parts)),
  },
  {
    ...{ item: 'user', context: 'people', builder: userKey, parts: ['id'] },
    key: ({ id }) => userKey(id),
  },
  {
    ...{ item: 'claim on a username', context: 'people', builder: usernameKey, parts: ['username'] },
    key: ({ username }) => usernameKey(username),
  },
  {
    ...{ item: 'claim on an e-mail address', context: 'people', builder: emailKey, parts: ['e-mail address'] },
    key: (parts) => emailKey(parts['e-mail address']),
  },
  {
    ...{ item: 'claim on a CRM Id', context: 'people', builder: crmIdKey, parts: ['CRM Id'] },
    key: (parts) => crmIdKey(parts['CRM Id']),
  },
  {
    ...{ item: 'pending act of the sign-in service', context: 'people', builder: pendingKey, parts: ['id'] },
    key: ({ id }) => pendingKey(id),
  },
  {
    ...{ item: 'worker of the sign-in service', context: 'people', builder: workerKey, parts: [] },
    key: workerKey,
  },
  {
    ...{ item: 'group', context: 'people', builder: groupKey, parts: ['id'] },
    key: ({ id }) => groupKey(id),
  },
  {
    ...{ item: "claim on a group's name", context: 'people', builder: groupNameKey, parts: ['name'] },
    key: ({ name }) => groupNameKey({ name }),
  },
  {
    ...{ item: 'role', context: 'people', builder: roleKey, parts: ['id'] },
    key: ({ id }) => roleKey(id),
  },
  {
    ...{ item: "claim on a role's name", context: 'people', builder: roleNameKey, parts: ['name'] },
    key: ({ name }) => roleNameKey({ name }),
  },
  {
    ...{ item: 'features that are off', context: 'people', builder: featuresKey, parts: [] },
    key: () => featuresKey(),
  },
  {
    ...{ item: 'rights of a user', context: 'people', builder: rightsKey, parts: ['user'] },
    key: ({ user }) => rightsKey(user),
  },
  {
    ...{ item: 'users with a role for an account', context: 'people', builder: accountHoldersKey, parts: ['ACC'] },
    key: ({ ACC }) => accountHoldersKey(ACC),
  },
  {
    ...{ item: 'maintenance job', context: 'maintenance', builder: jobKey, parts: ['ACC', 'id'] },
    key: ({ ACC, id }) => jobKey({ accountPrefix: ACC, jobId: id }),
    indexed: ({ ACC, id }) => indexKeys(toItem(dueKeys({ accountPrefix: ACC, jobId: id }))),
  },
  {
    ...{ item: 'open search of a user', context: 'customers', builder: openSearchKey, parts: ['user', 'id'] },
    key: ({ user, id }) => openSearchKey(user, id),
  },
  {
    ...{ item: 'answer to a request with an Idempotency-Key', context: 'shared', builder: answerKey },
    parts: ['user', 'key'],
    key: (parts) => answerKey(parts),
  },
  {
    ...{ item: 'audit entry', context: 'shared', builder: auditKey, parts: ['ACC', 'time', 'request id', 'id'] },
    key: (parts) => auditKey(entryOf(parts)),
    indexed: (parts) => indexKeys(auditPut('control', entryOf(parts)).Put?.Item),
  },
  {
    ...{ item: 'rejected requests of five minutes', context: 'shared', builder: rejectionsKey },
    parts: ['user', 'route', 'five minutes'],
    key: (parts) => rejectionsKey(parts.user, parts.route, parts['five minutes']),
  },
  {
    ...{ item: 'recorded view of an hour', context: 'shared', builder: viewKey },
    parts: ['user', 'id', 'hour'],
    key: ({ user, id, hour }) => viewKey(user, id, hour),
  },
  {
    ...{ item: 'import', context: 'imports', builder: importKey, parts: ['importId'] },
    key: ({ importId }) => importKey(importId),
    indexed: (parts) => indexKeys(toImportItem(importOf(parts))),
  },
  {
    ...{
      item: 'correction of an import',
      context: 'imports',
      builder: correctionKey,
      parts: ['importId', 'createdAt'],
    },
    key: (parts) => correctionKey(parts.importId, importOf(parts)),
  },
];
