import { S3Error } from '../errors.ts';
import { requireHeader } from '../http/header-text.ts';
import type { StoredHeaders } from '../store/object-version.ts';

const SYSTEM_HEADERS = [
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
];

const MAX_USER_METADATA_BYTES = 2048;

/** The headers of a request that are stored with the object. @throws S3Error MetadataTooLarge */
export function storedHeaders(headers: ReadonlyMap<string, string>): StoredHeaders {
  const stored: Record<string, string> = { 'content-type': 'binary/octet-stream' };
  for (const name of SYSTEM_HEADERS) {
    const value = name === 'content-encoding' ? storedEncoding(headers) : headers.get(name);
    if (value) stored[name] = value;
  }
  let metadataBytes = 0;
  for (const [name, value] of headers) {
    if (!name.startsWith('x-amz-meta-')) continue;
    stored[name] = requireHeader(name, value);
    metadataBytes += name.length - 'x-amz-meta-'.length + Buffer.byteLength(value, 'latin1');
  }
  if (metadataBytes > MAX_USER_METADATA_BYTES) throw new S3Error('MetadataTooLarge');
  return stored;
}

/** `aws-chunked` describes the transfer, not the content. */
function storedEncoding(headers: ReadonlyMap<string, string>): string {
  const encodings = (headers.get('content-encoding') ?? '').split(',').map((encoding) => encoding.trim());
  return encodings.filter((encoding) => encoding !== '' && encoding !== 'aws-chunked').join(',');
}
