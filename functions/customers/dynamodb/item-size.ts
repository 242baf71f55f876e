import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A number takes one byte for every two digits, and one more. */
function numberBytes(digits: string): number {
  return Math.ceil(digits.replace(/[-.]/g, '').length / 2) + 1;
}

function valueBytes({ S, B, N = '' }: AttributeValue): number {
  return S === undefined ? (B?.length ?? numberBytes(N)) : Buffer.byteLength(S);
}

/** The bytes that an attribute adds to its item; customers have only texts, numbers and bytes. */
function attributeBytes(name: string, value: AttributeValue): number {
  return Buffer.byteLength(name) + valueBytes(value);
}

export function itemBytes(item: Readonly<Record<string, AttributeValue>>): number {
  let bytes = 0;
  for (const name in item) {
    const value = item[name];
    if (value !== undefined) bytes += attributeBytes(name, value);
  }
  return bytes;
}
