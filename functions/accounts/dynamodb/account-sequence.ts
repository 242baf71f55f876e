import * as z from 'zod';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type GuardedWrite, updateItem } from '../../shared/dynamodb/control-table.ts';
import type { Guard } from '../../shared/dynamodb/overwrite.ts';
import { ACCOUNT_PARTITIONS } from './partitions.ts';

/**
 * The sequence number of an account prefix: how a deletion notices a campaign or CRM table that is created at the same
 * moment, and how an account is kept apart from an earlier one of the same prefix. It never falls, and the item
 * outlives the account.
 */
export function sequenceKey(accountPrefix: string): ControlKey {
  return { PK: ACCOUNT_PARTITIONS.sequences, SK: accountPrefix };
}

const SequenceSchema = z.object({ sequence: z.int().min(1) });

/** 0 for a prefix without an item. */
export const sequenceOf = (item: Item | undefined): number => (item ? readItem(SequenceSchema, item).sequence : 0);

/**
 * Part of every transaction that creates a campaign or a CRM table: without it a deletion of the account at the same
 * moment would leave the new item without an account. The rejection never occurs.
 */
export function raiseSequence<R>(accountPrefix: string, rejection: R): GuardedWrite<R> {
  const update = {
    UpdateExpression: 'ADD #sequence :one',
    ExpressionAttributeNames: { '#sequence': 'sequence' },
    ExpressionAttributeValues: { ':one': { N: '1' } },
  };
  return updateItem(sequenceKey(accountPrefix), update, rejection);
}

/** Nothing has raised the number since it was read. */
export function atSequence(sequence: number): Guard {
  const names = { ExpressionAttributeNames: { '#sequence': 'sequence' } };
  if (sequence === 0) return { ...names, ConditionExpression: 'attribute_not_exists(#sequence)' };
  const ExpressionAttributeValues = { ':read': { N: String(sequence) } };
  return { ...names, ConditionExpression: '#sequence = :read', ExpressionAttributeValues };
}
