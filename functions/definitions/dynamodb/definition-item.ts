import type { Revised } from '../../shared/domain/revised.ts';
import { foldName } from '../../shared/domain/text.ts';
import { type Item, jsonOf, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Definition, DefinitionSchema } from '../domain/definition.ts';
import { MappingSchema } from '../domain/mapping.ts';
import { DEFINITION_PARTITIONS } from './partitions.ts';

export const definitionPartition = (tablePrefix: string): string =>
  `${DEFINITION_PARTITIONS.definitions}${tablePrefix}`;

export const DEFINITION_SORT_PREFIX = 'DEFINITION#';

/** The definitions of a CRM table. */
export const definitionList = (tablePrefix: string) => ({
  partition: definitionPartition(tablePrefix),
  sortPrefix: DEFINITION_SORT_PREFIX,
});

/** Enough for every update that people will make; fixed, so that keys sort like numbers. */
const VERSION_DIGITS = 5;

export const definitionKey = (tablePrefix: string, definitionId: string): ControlKey => ({
  PK: definitionPartition(tablePrefix),
  SK: `${DEFINITION_SORT_PREFIX}${definitionId}`,
});

export const versionSortPrefix = (definitionId: string): string => `VERSION#${definitionId}#`;

/** A version of a definition, kept for good. */
export const versionKey = ({
  prefix,
  definitionId,
  version,
}: Pick<Definition, 'prefix' | 'definitionId' | 'version'>): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `${versionSortPrefix(definitionId)}${String(version).padStart(VERSION_DIGITS, '0')}`,
});

/** Reserves a name within its CRM table, regardless of case. */
export const nameKey = ({ prefix, name }: Pick<Definition, 'prefix' | 'name'>): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `NAME#${foldName(name)}`,
});

/** One item for each table, so that a table has at most one default definition. */
export const defaultKey = (tablePrefix: string): ControlKey => ({
  PK: definitionPartition(tablePrefix),
  SK: 'DEFAULT',
});

/** Has the set `holders` while an entity needs the definition. */
export const holdersKey = (tablePrefix: string, definitionId: string): ControlKey => ({
  PK: `${DEFINITION_PARTITIONS.holders}${tablePrefix}`,
  SK: definitionId,
});

/**
 * The version of a definition is also its revision. The mapping is stored as JSON: its `values` have cells of a file as
 * keys, and DynamoDB accepts no empty key.
 */
const DefinitionItemSchema = DefinitionSchema.extend({ mapping: jsonOf(MappingSchema) });

export const DEFINITION_ATTRIBUTES = [...Object.keys(DefinitionItemSchema.shape), 'revision'];

const toStored = (definition: Definition) => ({
  ...definition,
  mapping: JSON.stringify(definition.mapping),
  revision: definition.version,
});

export const toDefinitionItem = (definition: Definition) => ({
  ...toStored(definition),
  ...definitionKey(definition.prefix, definition.definitionId),
});

export const toDefinitionVersionItem = (definition: Definition) => ({
  ...toStored(definition),
  ...versionKey(definition),
});

export function fromDefinitionItem(item: Item): Revised<Definition> {
  const value = readItem(DefinitionItemSchema, item);
  return { value, revision: value.version };
}
