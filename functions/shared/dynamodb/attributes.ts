import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { parseStored } from '../domain/stored.ts';

/** An item as DynamoDB takes and gives it. */
export type Item = Record<string, AttributeValue>;

/** A flat record as an item; what is undefined is left out. Nested things travel as JSON in one string. */
export function toItem(record: Readonly<Record<string, string | number | undefined>>): Item {
  const item: Item = {};
  for (const [name, value] of Object.entries(record)) {
    if (value !== undefined) item[name] = typeof value === 'number' ? { N: String(value) } : { S: value };
  }
  return item;
}

/** The strings and numbers of an item, for a schema to parse. */
export function fromItem(item: Item): Record<string, string | number> {
  const record: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(item)) {
    if (value.S !== undefined) record[name] = value.S;
    else if (value.N !== undefined) record[name] = Number(value.N);
  }
  return record;
}

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
 * Parses an item. Attributes that the schema does not know are left out (`overwrite` keeps them where they are); unknown
 * keys inside of its JSON parts come along.
 * @throws UnreadableRecord where an attribute does not fit the schema
 */
export function readItem<S extends z.ZodObject>(schema: S, item: Item): z.output<S> {
  const known = Object.entries(fromItem(item)).filter(([name]) => name in schema.shape);
  return parseStored(schema, Object.fromEntries(known));
}
