import { type GuardedWrite, mustExist, updateItem } from '../../shared/dynamodb/control-table.ts';
import { definitionKey, holdersKey } from './definition-item.ts';

/** A definition, and who needs it to stay: whatever is made of it depends on definitions, and not they on it. */
export interface Hold {
  readonly prefix: string;
  readonly definitionId: string;
  /** Unique among all that may hold a definition, e.g. `schedule <id>`. */
  readonly holder: string;
}

/** To be written together with what needs the definition: fails if it is not there. Holding it twice is holding it once. */
export function holdDefinition<R>(hold: Hold, rejection: R): GuardedWrite<R>[] {
  return [mustExist(definitionKey(hold.prefix, hold.definitionId), rejection), updateHolders(hold, 'ADD', rejection)];
}

/** To be written together with the end of what needed the definition. */
export function releaseDefinition<R>(hold: Hold, rejection: R): GuardedWrite<R> {
  return updateHolders(hold, 'DELETE', rejection);
}

function updateHolders<R>(hold: Hold, action: 'ADD' | 'DELETE', rejection: R): GuardedWrite<R> {
  const update = {
    UpdateExpression: `${action} holders :holder`,
    ExpressionAttributeValues: { ':holder': { SS: [hold.holder] } },
  };
  return updateItem(holdersKey(hold.prefix, hold.definitionId), update, rejection);
}
