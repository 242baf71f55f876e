import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { DomainError } from '../domain/errors.ts';
import type { Item } from './attributes.ts';

/** Of names and values together: DynamoDB refuses a larger item. */
const MOST_ITEM_BYTES = 400 * 1024;

function valueBytes({ S, N, B, SS }: AttributeValue): number {
  return Buffer.byteLength(S ?? N ?? '') + (B?.length ?? 0) + Buffer.byteLength((SS ?? []).join(''));
}

/** @throws DomainError `record.too-large` where DynamoDB would only say that a request is not valid */
export function checkItemSize(item: Item): void {
  const bytes = Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
  if (bytes <= MOST_ITEM_BYTES) return;
  const message = `What is to be stored takes ${bytes} bytes; a record holds at most ${MOST_ITEM_BYTES}. Shorten it.`;
  throw new DomainError('too-large', 'record.too-large', message);
}
