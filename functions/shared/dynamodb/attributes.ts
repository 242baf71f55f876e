import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { parseStored } from '../domain/stored.ts';

/** An item as DynamoDB takes and gives it. */
export type Item = Record<string, AttributeValue>;

/** Plain values as an item: nested objects as maps, arrays as lists. Undefined values are left out. */
export function toItem(values: Readonly<Record<string, unknown>>): Item {
  return marshall(values, { removeUndefinedValues: true });
}

/** An item as plain values. */
export const fromItem = (item: Item): Record<string, unknown> => unmarshall(item);

/** Nested parts of an item, kept as JSON in one string: nothing asks DynamoDB about them. */
export function jsonOf<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue('This is no JSON.');
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
