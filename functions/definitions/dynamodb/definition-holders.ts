import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import { definitionKey, holdersKey } from './definition-item.ts';

/** A definition, and who needs it to stay: whatever is made of it depends on definitions, and not they on it. */
export interface Hold {
  readonly prefix: string;
  readonly definitionId: string;
  /** Unique among all that may hold a definition, e.g. `schedule <id>`. */
  readonly holder: string;
}

/** To be written together with what needs the definition: fails if it is not there. Holding it twice is holding it once. */
export function holdDefinition(TableName: string, { prefix, definitionId, holder }: Hold): TransactWriteItem[] {
  return [
    {
      ConditionCheck: {
        TableName,
        Key: toItem({ ...definitionKey(prefix, definitionId) }),
        ConditionExpression: 'attribute_exists(PK)',
      },
    },
    changeHolders(TableName, { prefix, definitionId, holder }, 'ADD'),
  ];
}

/** To be written together with the end of what needed the definition. */
export function releaseDefinition(TableName: string, hold: Hold): TransactWriteItem {
  return changeHolders(TableName, hold, 'DELETE');
}

function changeHolders(TableName: string, hold: Hold, action: 'ADD' | 'DELETE'): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: toItem({ ...holdersKey(hold.prefix, hold.definitionId) }),
      UpdateExpression: `${action} holders :holder`,
      ExpressionAttributeValues: { ':holder': { SS: [hold.holder] } },
    },
  };
}

/** Fails while anybody holds the definition: a set that loses its last member is gone. */
export function forgetHolders(TableName: string, prefix: string, definitionId: string): TransactWriteItem {
  return {
    Delete: {
      TableName,
      Key: toItem({ ...holdersKey(prefix, definitionId) }),
      ConditionExpression: 'attribute_not_exists(holders)',
    },
  };
}
