import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { type AuditEntry, AuditEntrySchema } from '../domain/audit/audit-entry.ts';
import { AuditChangeSchema } from '../domain/audit/changes.ts';
import { type Item, jsonOf, readItem, toItem } from './attributes.ts';
import type { ControlKey } from './control-key.ts';
import { KIT_INDEX_PARTITIONS, KIT_PARTITIONS } from './partitions.ts';

/** No account has it as its prefix, which has three letters. */
const INSTALLATION = 'INSTALLATION';

const MONTH_CHARACTERS = '2026-11'.length;

/** `2026-11`, of a time in ISO 8601. */
export const monthOf = (at: string): string => at.slice(0, MONTH_CHARACTERS);

/** The entries of one month: of an account, or (null) those that belong to the whole installation. */
export function auditPartition(account: string | null, month: string): string {
  return `${KIT_PARTITIONS.audit}${account ?? INSTALLATION}#${month}`;
}

/** In the index: the entries of one month, of all accounts and of the installation. */
export const auditIndexPartition = (month: string): string => `${KIT_INDEX_PARTITIONS.audit}${month}`;

type Identity = Pick<AuditEntry, 'at' | 'requestId' | 'object' | 'part'>;

/** The entries of a month are ordered by time. One request may act on several objects, and several times on one. */
export const auditPosition = ({ at, requestId, object, part }: Identity): string =>
  `${at}#${requestId}#${object}${part === undefined ? '' : `#${part}`}`;

export function auditKey(entry: Identity & Pick<AuditEntry, 'account'>): ControlKey {
  return { PK: auditPartition(entry.account, monthOf(entry.at)), SK: auditPosition(entry) };
}

/** Paths of changes hold cells of files, which are no attribute names: the changes are JSON. */
const StoredEntrySchema = AuditEntrySchema.extend({ changes: jsonOf(z.array(AuditChangeSchema)) });

/** Part of the transaction that makes the change. Only if absent: an entry is never overwritten. */
export function auditPut(TableName: string, entry: AuditEntry): TransactWriteItem {
  const { PK, SK } = auditKey(entry);
  const indexed = { GSI1PK: auditIndexPartition(monthOf(entry.at)), GSI1SK: SK };
  const Item = toItem({ PK, SK, ...indexed, ...entry, changes: JSON.stringify(entry.changes) });
  return { Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(PK)' } };
}

export const fromAuditItem = (item: Item): AuditEntry => readItem(StoredEntrySchema, item);
