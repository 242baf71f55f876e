import * as z from 'zod';
import { fromItem, type Item, toItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlKey, tablePartition } from '../../shared/dynamodb/control-keys.ts';
import { type Definition, DefinitionSchema } from '../domain/definition.ts';

export const DEFINITION_SORT_PREFIX = 'DEFINITION#';

export const definitionKey = (prefix: string, definitionId: string): ControlKey => ({
  PK: tablePartition(prefix),
  SK: `${DEFINITION_SORT_PREFIX}${definitionId}`,
});

/** The definition itself is kept as JSON: nothing asks DynamoDB about its parts. */
const StoredSchema = z
  .object({ definition: z.string().transform((text): unknown => JSON.parse(text)) })
  .transform(({ definition }) => definition)
  .pipe(DefinitionSchema);

export const toDefinitionItem = (definition: Definition): Item =>
  toItem({
    ...definitionKey(definition.prefix, definition.definitionId),
    definition: JSON.stringify(definition),
  });

export const fromDefinitionItem = (item: Item): Definition => StoredSchema.parse(fromItem(item));
