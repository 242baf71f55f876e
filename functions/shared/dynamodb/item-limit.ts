import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../domain/errors.ts';
import type { Item } from './attributes.ts';

/** Names and values together: DynamoDB rejects a larger item. */
const MOST_ITEM_BYTES = 400 * 1024;

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

/** A list or map takes three bytes, and each of its elements one. */
const NESTED_BYTES = 3;

function valueBytes({ S, N, B, SS, L, M }: AttributeValue): number {
  if (L) return NESTED_BYTES + sum(L.map((each) => 1 + valueBytes(each)));
  if (M)
    return NESTED_BYTES + sum(Object.entries(M).map(([name, each]) => 1 + Buffer.byteLength(name) + valueBytes(each)));
  if (B) return B.length;
  // A number, a boolean and a null take fewer bytes than this counts.
  return Buffer.byteLength(S ?? N ?? SS?.join('') ?? '?');
}

/** @throws DomainError `record.too-large`, since DynamoDB would only report a validation error */
export function checkItemSize(item: Item): void {
  const bytes = sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueBytes(value)));
  if (bytes <= MOST_ITEM_BYTES) return;
  const message = `The record would have ${bytes} bytes; at most ${MOST_ITEM_BYTES} can be stored. Shorten the values of the request.`;
  throw new DomainError('too-large', 'record.too-large', message);
}
