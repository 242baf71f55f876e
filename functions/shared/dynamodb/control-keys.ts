/** Keys of the control table. Prefixes are handed in upper case. */
export interface ControlKey {
  readonly PK: string;
  readonly SK: string;
}

/** What a user's Idempotency-Keys have stood for; nothing else is under these partitions. */
export const ANSWERS_PARTITION_PREFIX = 'ANSWERS#';

export function answerKey({ user, key }: { readonly user: string; readonly key: string }): ControlKey {
  return { PK: `${ANSWERS_PARTITION_PREFIX}${user}`, SK: `KEY#${key}` };
}

/** Wide enough for every version that people will ever publish, so that keys sort as numbers do. */
const VERSION_DIGITS = 5;

export const ACCOUNTS_PARTITION = 'ACCOUNTS';

export function accountKey(accountPrefix: string): ControlKey {
  return { PK: ACCOUNTS_PARTITION, SK: accountPrefix };
}

/** Holds an account's campaigns and the list of its CRM tables. */
export function accountPartition(accountPrefix: string): string {
  return `ACCOUNT#${accountPrefix}`;
}

export const CAMPAIGN_SORT_PREFIX = 'CAMPAIGN#';

export function campaignKey(accountPrefix: string, campaignId: string): ControlKey {
  return { PK: accountPartition(accountPrefix), SK: `${CAMPAIGN_SORT_PREFIX}${campaignId}` };
}

/** Claims a campaign name within its account; `foldedName` is the name without its case. */
export function campaignNameKey(accountPrefix: string, foldedName: string): ControlKey {
  return { PK: accountPartition(accountPrefix), SK: `CAMPAIGN-NAME#${foldedName}` };
}

export const TABLE_SORT_PREFIX = 'CRMTABLE#';

/** Lists a CRM table under its account. */
export function tablePointerKey(accountPrefix: string, prefix: string): ControlKey {
  return { PK: accountPartition(accountPrefix), SK: `${TABLE_SORT_PREFIX}${prefix}` };
}

/** Holds everything of one CRM table: itself, its draft, its versions, its import lease and queue. */
export function tablePartition(prefix: string): string {
  return `CRMTABLE#${prefix}`;
}

export function tableKey(prefix: string): ControlKey {
  return { PK: tablePartition(prefix), SK: 'TABLE' };
}

export function draftKey(prefix: string): ControlKey {
  return { PK: tablePartition(prefix), SK: 'DRAFT' };
}

export const VERSION_SORT_PREFIX = 'VERSION#';

export function versionKey(prefix: string, version: number): ControlKey {
  return { PK: tablePartition(prefix), SK: `${VERSION_SORT_PREFIX}${String(version).padStart(VERSION_DIGITS, '0')}` };
}

/** The import that may write to the table now: its item carries `importId` while one does. */
export function leaseKey(prefix: string): ControlKey {
  return { PK: tablePartition(prefix), SK: 'LEASE' };
}

/** How many customers the imports of a table have added, and of what size: for estimates, not for truth. */
export function countersKey(prefix: string): ControlKey {
  return { PK: tablePartition(prefix), SK: 'COUNTERS' };
}

/** Names the import of one version of an uploaded object, however often its arrival is announced. */
export function uploadKey(hash: string): ControlKey {
  return { PK: `UPLOAD#${hash}`, SK: 'UPLOAD' };
}

export const SCHEDULE_SORT_PREFIX = 'SCHEDULE#';

export function scheduleKey(prefix: string, scheduleId: string): ControlKey {
  return { PK: tablePartition(prefix), SK: `${SCHEDULE_SORT_PREFIX}${scheduleId}` };
}

/** Holds what a schedule has done: its runs, how many were missed, the files that it has imported. */
export function scheduleRunsPartition(scheduleId: string): string {
  return `SCHEDULE#${scheduleId}`;
}
