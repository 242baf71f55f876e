import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { parseStored } from '../domain/stored.ts';

export type Item = Record<string, AttributeValue>;

/** Converts plain values to an item: nested objects to maps, arrays to lists. Undefined values are left out. */
export function toItem(values: Readonly<Record<string, unknown>>): Item {
  return marshall(values, { removeUndefinedValues: true });
}

export const fromItem = (item: Item): Record<string, unknown> => unmarshall(item);

/** Nested parts of an item, stored as JSON in one string attribute: no expression refers to them. */
export function jsonOf<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('This is not JSON.');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/**
 * Parses an item. Attributes that the schema does not name are left out (`overwrite` keeps them in the table); unknown
 * keys of nested values are kept.
 * @throws UnreadableRecord where an attribute does not fit the schema
 */
export function readItem<S extends z.ZodObject>(schema: S, item: Item): z.output<S> {
  const known = Object.entries(item).filter(([name]) => name in schema.shape);
  return parseStored(schema, fromItem(Object.fromEntries(known)));
}
