import type { DynamoDBClient, ServiceInputTypes, ServiceOutputTypes } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Meter } from './meter.ts';

/** The kind of unit that each call takes. PartiQL is used for inserts only. */
const UNITS: Readonly<Record<string, 'readUnits' | 'writeUnits'>> = {
  BatchGetItemCommand: 'readUnits',
  GetItemCommand: 'readUnits',
  QueryCommand: 'readUnits',
  BatchExecuteStatementCommand: 'writeUnits',
  BatchWriteItemCommand: 'writeUnits',
  DeleteItemCommand: 'writeUnits',
  PutItemCommand: 'writeUnits',
  TransactWriteItemsCommand: 'writeUnits',
  UpdateItemCommand: 'writeUnits',
};

const CapacitiesSchema = z.array(z.object({ CapacityUnits: z.number().default(0) }));

/** In a transaction each item counts twice. */
const TRANSACTION_FACTOR = 2;

/** Requests the consumed capacity of every call, and adds it to the meter. Throttled calls are not charged. */
export function meterDynamo(client: DynamoDBClient, meter: Meter): DynamoDBClient {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const units = UNITS[commandName];
        if (!units) return next(args);
        try {
          const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
          meter.add(units, consumedBy(result.output));
          return result;
        } catch (error) {
          if (error instanceof Error) meter.add(units, consumedByRejected(error.name, args.input));
          throw error;
        }
      },
    { step: 'initialize', name: 'meter' },
  );
  return client;
}

function consumedBy(output: ServiceOutputTypes): number {
  const capacity = 'ConsumedCapacity' in output ? output.ConsumedCapacity : undefined;
  const units = CapacitiesSchema.parse([capacity ?? []].flat());
  return units.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0) + rejectedStatements(output);
}

/** A statement whose condition fails is charged, and the answer does not say how much: one unit, as for up to 1 KB. */
function rejectedStatements(output: ServiceOutputTypes): number {
  if (!('Responses' in output) || !Array.isArray(output.Responses)) return 0;
  return output.Responses.filter((each) => 'Error' in each && isDuplicate(each.Error)).length;
}

function isDuplicate(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'Code' in error && error.Code === 'DuplicateItem';
}

/** The same holds for a rejected write. */
function consumedByRejected(name: string, input: ServiceInputTypes): number {
  if (name === 'ConditionalCheckFailedException') return 1;
  if (name !== 'TransactionCanceledException' || !('TransactItems' in input)) return 0;
  return TRANSACTION_FACTOR * (input.TransactItems?.length ?? 0);
}
