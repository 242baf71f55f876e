import * as z from 'zod';
import { foldName } from '../../shared/domain/text.ts';
import { type Item, jsonOf, readItem, toItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type Definition, DefinitionSchema } from '../domain/definition.ts';
import { DEFINITION_PARTITIONS } from './partitions.ts';

export const definitionPartition = (prefix: string): string => `${DEFINITION_PARTITIONS.definitions}${prefix}`;

export const DEFINITION_SORT_PREFIX = 'DEFINITION#';

/** Wide enough for every change that people will ever make, so that keys sort as numbers do. */
const VERSION_DIGITS = 5;

export const definitionKey = (prefix: string, definitionId: string): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `${DEFINITION_SORT_PREFIX}${definitionId}`,
});

export const versionSortPrefix = (definitionId: string): string => `VERSION#${definitionId}#`;

/** One state that a definition was in, kept for good. */
export const versionKey = ({
  prefix,
  definitionId,
  version,
}: Pick<Definition, 'prefix' | 'definitionId' | 'version'>): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `${versionSortPrefix(definitionId)}${String(version).padStart(VERSION_DIGITS, '0')}`,
});

/** Claims a name within its table, whatever its case. */
export const nameKey = ({ prefix, name }: Pick<Definition, 'prefix' | 'name'>): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `NAME#${foldName(name)}`,
});

/** Names the default definition of a table, so that there is one at most. */
export const defaultKey = (prefix: string): ControlKey => ({ PK: definitionPartition(prefix), SK: 'DEFAULT' });

/** Carries the set `holders` while something needs a definition to stay. */
export const holdersKey = (prefix: string, definitionId: string): ControlKey => ({
  PK: definitionPartition(prefix),
  SK: `HOLDERS#${definitionId}`,
});

/** The definition itself is kept as JSON: nothing asks DynamoDB about its parts, its version apart. */
const DefinitionItemSchema = z.object({ version: z.int().min(1), definition: jsonOf(DefinitionSchema) });

export const DEFINITION_ATTRIBUTES = Object.keys(DefinitionItemSchema.shape);

const toStored = (key: ControlKey, definition: Definition): Item =>
  toItem({ ...key, version: definition.version, definition: JSON.stringify(definition) });

export const toDefinitionItem = (definition: Definition): Item =>
  toStored(definitionKey(definition.prefix, definition.definitionId), definition);

export const toDefinitionVersionItem = (definition: Definition): Item => toStored(versionKey(definition), definition);

export const fromDefinitionItem = (item: Item): Definition => readItem(DefinitionItemSchema, item).definition;
