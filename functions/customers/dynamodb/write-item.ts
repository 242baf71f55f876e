import type { BatchStatementRequest, PutItemInput, UpdateItemInput } from '@aws-sdk/client-dynamodb';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { withRetries } from '../../shared/dynamodb/with-retries.ts';
import type { CustomerRecord } from '../domain/customer-record.ts';
import type { PreparedCustomer } from '../domain/prepared-customer.ts';
import type { WriteReply } from '../ports.ts';
import type { CustomerItem, CustomerLayout, OriginAttributes } from './customer-item.ts';
import { FIRST_LINE_SLOT, lineSlot, movesFirstLine } from './import-lines.ts';
import { isPermanent, rejection } from './write-errors.ts';

/** Inserts a customer that must not exist yet. */
export function insertStatement(
  tableName: string,
  layout: CustomerLayout,
  customer: PreparedCustomer,
): BatchStatementRequest {
  const item = layout.item(customer);
  const places = Object.keys(item).map((name) => `'${name}':?`);
  return { Statement: `INSERT INTO "${tableName}" VALUE {${places.join(',')}}`, Parameters: Object.values(item) };
}

/**
 * The customer still has the version that was read, and no newer import has written it. A customer without a fence is
 * older than every import.
 */
const UNCHANGED = '#version = :read AND (attribute_not_exists(fence) OR fence <= :fence)';

/** Replaces a tombstone of this version with a whole customer. */
export function replaceInput(
  tableName: string,
  layout: CustomerLayout,
  origin: OriginAttributes,
  customer: PreparedCustomer,
  version: number,
): PutItemInput {
  return {
    TableName: tableName,
    Item: {
      ...layout.item(customer, version + 1),
      [lineSlot(version + 1)]: origin.line(version + 1, true),
      deletedVersion: { N: String(version) },
    },
    ConditionExpression: `${UNCHANGED} AND attribute_exists(deletedAt)`,
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': { N: String(version) }, ':fence': origin.fence },
  };
}

/**
 * Sets the attributes of the job's columns that have a value and removes the others, if the customer still has this
 * version and its fence is not above the job's. With `blank: 'keep'` a blank cell does not change its field.
 */
export function updateInput(
  tableName: string,
  layout: CustomerLayout,
  origin: OriginAttributes,
  customer: PreparedCustomer,
  version: number,
): UpdateItemInput {
  const sets = ['#version = :next', 'importId = :import', 'fence = :fence', `${lineSlot(version + 1)} = :line`];
  const values: CustomerItem = {
    ':import': origin.importId,
    ':fence': origin.fence,
    ':line': origin.line(version + 1, false),
  };
  if (movesFirstLine(version)) {
    // A person has created a customer without an import id.
    sets.push(`${FIRST_LINE_SLOT} = if_not_exists(importId, :none)`);
    values[':none'] = { NULL: true };
  }
  return { ...fieldsInput(tableName, layout, customer, version, sets, values), ConditionExpression: UNCHANGED };
}

/** The update of a person: it keeps the import that wrote the customer last, and its fence. */
export function editInput(
  tableName: string,
  layout: CustomerLayout,
  customer: PreparedCustomer,
  { version, importId }: Pick<CustomerRecord, 'version' | 'importId'>,
) {
  const isFirst = movesFirstLine(version) && importId !== undefined;
  const sets = ['#version = :next', ...(isFirst ? [`${FIRST_LINE_SLOT} = importId`] : [])];
  return {
    ...fieldsInput(tableName, layout, customer, version, sets, {}),
    ConditionExpression: '#version = :read AND attribute_not_exists(deletedAt)',
  };
}

/** Sets and removes the attributes that a record decides, and raises the version. */
function fieldsInput(
  tableName: string,
  layout: CustomerLayout,
  customer: PreparedCustomer,
  version: number,
  sets: string[],
  given: CustomerItem,
) {
  const removes: string[] = [];
  const values: CustomerItem = { ':read': { N: String(version) }, ':next': { N: String(version + 1) }, ...given };
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
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: values,
  };
}

/** Sends one conditional write and returns its result. */
export async function writeItem(backOff: BackOff, call: () => Promise<unknown>): Promise<WriteReply> {
  try {
    await withRetries(backOff, 1, call);
    return 'written';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'ConditionalCheckFailedException') return 'condition-failed';
    if (isPermanent(error.name)) return rejection(error.message);
    throw error;
  }
}
