import { toItem } from '../../shared/dynamodb/attributes.ts';
import {
  type ControlTable,
  checkItem,
  deleteItem,
  type GuardedWrite,
  updateItem,
} from '../../shared/dynamodb/control-table.ts';
import type { CrmTable } from '../domain/crm-table.ts';
import { fromPointerItem, tablePointerKey } from './pointer-item.ts';
import { fromTableItem, isBeingDeleted, tableKey } from './table-item.ts';

type Named = Pick<CrmTable, 'prefix' | 'accountPrefix'>;

/** For an entity that names a CRM table of its account. A table that is being deleted takes no further one. */
export const requireTable = <R>({ prefix, accountPrefix }: Named, rejection: R): GuardedWrite<R> =>
  checkItem(
    tablePointerKey(accountPrefix, prefix),
    { ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(deletingBy)' },
    rejection,
  );

/** From now on no request finds the CRM table, and its prefix stays taken until the deletion ends. */
export function closeTable<R>({ prefix, accountPrefix }: Named, jobId: string, rejection: R): GuardedWrite<R>[] {
  const close = {
    UpdateExpression: 'SET deletingBy = :job',
    ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(deletingBy)',
    ExpressionAttributeValues: toItem({ ':job': jobId }),
  };
  return [
    updateItem(tableKey(prefix), close, rejection),
    updateItem(tablePointerKey(accountPrefix, prefix), close, rejection),
  ];
}

const heldBy = (jobId: string) => ({
  ConditionExpression: 'deletingBy = :job',
  ExpressionAttributeValues: toItem({ ':job': jobId }),
});

/** The opposite of `closeTable`, for a deletion that does not take place. */
export function reopenTable<R>({ prefix, accountPrefix }: Named, jobId: string, rejection: R): GuardedWrite<R>[] {
  const reopen = { UpdateExpression: 'REMOVE deletingBy', ...heldBy(jobId) };
  return [
    updateItem(tableKey(prefix), reopen, rejection),
    updateItem(tablePointerKey(accountPrefix, prefix), reopen, rejection),
  ];
}

/** The last writes of a deletion: the prefix is free afterwards. */
export function releaseTable<R>({ prefix, accountPrefix }: Named, jobId: string, rejection: R): GuardedWrite<R>[] {
  return [
    deleteItem(tableKey(prefix), heldBy(jobId), rejection),
    deleteItem(tablePointerKey(accountPrefix, prefix), heldBy(jobId), rejection),
  ];
}

/** A CRM table whether or not it is being deleted. */
export async function findTable(control: ControlTable, prefix: string): Promise<FoundTable | undefined> {
  const item = await control.get(tableKey(prefix));
  return item && { ...fromTableItem(item), isClosed: isBeingDeleted(item) };
}

/** The name in the list of the account's tables; the prefix if the table is gone. */
export async function nameOfTable(control: ControlTable, { accountPrefix, prefix }: Named): Promise<string> {
  const item = await control.get(tablePointerKey(accountPrefix, prefix));
  return item ? fromPointerItem(item).name : prefix;
}

interface FoundTable extends CrmTable {
  readonly isClosed: boolean;
}
