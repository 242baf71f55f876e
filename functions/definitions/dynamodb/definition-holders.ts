import { type GuardedWrite, mustExist, updateItem } from '../../shared/dynamodb/control-table.ts';
import { definitionKey, holdersKey } from './definition-item.ts';

/**
 * A definition, and the entity that needs it. The entity depends on the definition; the definition does not know it.
 */
export interface Hold {
  readonly prefix: string;
  readonly definitionId: string;
  /** Unique among all entities that may hold a definition, for example `schedule <id>`. */
  readonly holder: string;
}

/** Written in one transaction with the holder: fails if the definition does not exist. Repeating it changes nothing. */
export function holdDefinition<R>(hold: Hold, rejection: R): GuardedWrite<R>[] {
  return [mustExist(definitionKey(hold.prefix, hold.definitionId), rejection), updateHolders(hold, 'ADD', rejection)];
}

/** Written in one transaction with the holder's end. */
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
