import type { BatchStatementRequest, PutItemInput, UpdateItemInput } from '@aws-sdk/client-dynamodb';
import type { PreparedCustomer } from '../domain/bulk-job.ts';
import type { WriteReply } from '../ports.ts';
import type { BackOff } from './back-off.ts';
import type { CustomerItem, CustomerLayout } from './customer-item.ts';
import { patiently } from './dynamo-calls.ts';
import { isPermanent, refusal } from './write-errors.ts';

/** The statement that adds a customer who must not be there yet. */
export function insertStatement(
  tableName: string,
  layout: CustomerLayout,
  customer: PreparedCustomer,
): BatchStatementRequest {
  const item = layout.item(customer);
  const places = Object.keys(item).map((name) => `'${name}':?`);
  return { Statement: `INSERT INTO "${tableName}" VALUE {${places.join(',')}}`, Parameters: Object.values(item) };
}

/** Puts a whole customer where a tombstone of this version lies. */
export function replaceInput(
  tableName: string,
  layout: CustomerLayout,
  customer: PreparedCustomer,
  version: number,
): PutItemInput {
  return {
    TableName: tableName,
    Item: layout.item(customer, version + 1),
    ConditionExpression: '#version = :read AND attribute_exists(deletedAt)',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': { N: String(version) } },
  };
}

/**
 * Sets the attributes of the job's columns that have a value and removes the others, if a customer of this version is there.
 * With `blank: 'keep'` a blank cell leaves its field, and the field's index entry, alone.
 */
export function updateInput(
  tableName: string,
  layout: CustomerLayout,
  importId: string,
  customer: PreparedCustomer,
  version: number,
): UpdateItemInput {
  const sets = ['#version = :next', 'importId = :import'];
  const removes: string[] = [];
  const values: CustomerItem = {
    ':read': { N: String(version) },
    ':next': { N: String(version + 1) },
    ':import': { S: importId },
  };
  layout.eachAttribute(customer, (name, value) => {
    if (value === undefined) removes.push(name);
    else {
      sets.push(`${name} = :${name}`);
      values[`:${name}`] = { S: value };
    }
  });
  return {
    TableName: tableName,
    Key: layout.key(customer.customerId),
    UpdateExpression: `SET ${sets.join(', ')}${removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : ''}`,
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: values,
  };
}

/** Makes one conditional write and says how it ended. */
export async function writeItem(backOff: BackOff, call: () => Promise<unknown>): Promise<WriteReply> {
  try {
    await patiently(backOff, 1, call);
    return 'written';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'ConditionalCheckFailedException') return 'met-other';
    if (isPermanent(error.name)) return refusal(error.message);
    throw error;
  }
}
