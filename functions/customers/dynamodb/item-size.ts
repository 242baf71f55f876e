import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A number takes one byte for every two digits, and one more. */
function numberBytes(digits: string): number {
  return Math.ceil(digits.replace(/[-.]/g, '').length / 2) + 1;
}

/** The bytes that an attribute adds to its item; customers have only texts and numbers. */
function attributeBytes(name: string, value: AttributeValue): number {
  const own = value.S === undefined ? numberBytes(value.N ?? '') : Buffer.byteLength(value.S);
  return Buffer.byteLength(name) + own;
}

export function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  let bytes = 0;
  for (const name in item) {
    const value = item[name];
    if (value !== undefined) bytes += attributeBytes(name, value);
  }
  return bytes;
}
