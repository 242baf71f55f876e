import { S3Error } from '../errors.ts';
import { ACCOUNT_ID } from '../events/object-created.ts';
import { encodeUriPath } from '../http/uri.ts';
import type { XmlElement } from '../http/xml.ts';
import { type Call, parameter } from './call.ts';

/** S3's maximum of entries in one listing. */
export const MAX_ENTRIES = 1000;

export const OWNER: readonly XmlElement[] = [['ID', ACCOUNT_ID]];

/** @throws S3Error InvalidArgument */
export function numberParameter(call: Call, name: string, otherwise: number): number {
  const text = parameter(call, name);
  if (text === undefined || text === '') return otherwise;
  if (!/^\d{1,9}$/.test(text))
    throw new S3Error('InvalidArgument', `Provided ${name} not an integer or within integer range`);
  return Number(text);
}

/** The encoding of keys in the answer: unchanged, or percent-encoded with `encoding-type=url`. */
export function keyEncoding(call: Call): { name: string | undefined; encode: (key: string) => string } {
  const name = parameter(call, 'encoding-type');
  if (name === undefined) return { name, encode: (key) => key };
  if (name !== 'url') throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return { name, encode: encodeUriPath };
}
