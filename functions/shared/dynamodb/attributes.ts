import type { AttributeValue } from '@aws-sdk/client-dynamodb';

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
