import { S3Error } from '../errors.ts';
import { type XmlElement, xmlDocument } from '../http/xml.ts';
import { type CommonPrefix, list } from '../store/listing.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { type BucketCall, type Operation, parameter, type Reply, xmlReply } from './call.ts';
import { keyEncoding, MAX_ENTRIES, numberParameter, OWNER } from './list-parameters.ts';

const COMMON_QUERY = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];

export const listObjectsV2: Operation<BucketCall> = {
  name: 'ListObjectsV2',
  method: 'GET',
  markers: ['list-type'],
  query: [...COMMON_QUERY, 'continuation-token', 'start-after', 'fetch-owner'],
  run: (call) => {
    if (parameter(call, 'list-type') !== '2') throw new S3Error('InvalidArgument', 'list-type must be 2');
    const token = parameter(call, 'continuation-token');
    const startAfter = parameter(call, 'start-after');
    const { encode } = keyEncoding(call);
    return answer(call, {
      after: token === undefined ? (startAfter ?? '') : decodeToken(token),
      hasOwner: parameter(call, 'fetch-owner') === 'true',
      describe: (last, count) => [
        ['KeyCount', count],
        ['ContinuationToken', token],
        ['NextContinuationToken', last === undefined ? undefined : encodeToken(last)],
        ['StartAfter', startAfter === undefined ? undefined : encode(startAfter)],
      ],
    });
  },
};

/** Version 1 of the listing, which some tools still use. */
export const listObjects: Operation<BucketCall> = {
  name: 'ListObjects',
  method: 'GET',
  query: [...COMMON_QUERY, 'marker'],
  run: (call) => {
    const marker = parameter(call, 'marker') ?? '';
    const { encode } = keyEncoding(call);
    return answer(call, {
      after: marker,
      hasOwner: true,
      describe: (last) => [
        ['Marker', encode(marker)],
        ['NextMarker', last === undefined ? undefined : encode(last)],
      ],
    });
  },
};

interface Form {
  readonly after: string;
  readonly hasOwner: boolean;
  /** Elements of this version; `last` is the last entry if more follow. */
  readonly describe: (last: string | undefined, count: number) => XmlElement[];
}

function answer(call: BucketCall, form: Form): Reply {
  const { name: encodingType, encode } = keyEncoding(call);
  const prefix = parameter(call, 'prefix') ?? '';
  const delimiter = parameter(call, 'delimiter') ?? '';
  const limit = Math.min(numberParameter(call, 'max-keys', MAX_ENTRIES), MAX_ENTRIES);
  const query = { prefix, delimiter, after: form.after, limit };
  const { entries, isTruncated } = list(call.services.database, call.bucket.name, query, { versions: 'current' });
  const last = entries.at(-1);
  const body = xmlDocument('ListBucketResult', [
    ['Name', call.bucket.name],
    ['Prefix', encode(prefix)],
    ['Delimiter', delimiter === '' ? undefined : encode(delimiter)],
    ['MaxKeys', limit],
    ['EncodingType', encodingType],
    ['IsTruncated', isTruncated],
    ...form.describe(isTruncated && last ? nameOf(last) : undefined, entries.length),
    ...entries.filter((entry) => 'key' in entry).map((version) => contentsElement(version, encode, form.hasOwner)),
    ...entries.filter((entry) => 'commonPrefix' in entry).map((entry) => commonPrefixElement(entry, encode)),
  ]);
  return xmlReply(body);
}

function contentsElement(version: ObjectVersion, encode: (key: string) => string, hasOwner: boolean): XmlElement {
  return [
    'Contents',
    [
      ['Key', encode(version.key)],
      ['LastModified', new Date(version.modifiedAt).toISOString()],
      ['ETag', `"${version.etag}"`],
      ['ChecksumAlgorithm', version.checksum?.algorithm],
      ['ChecksumType', version.checksum?.type],
      ['Size', version.size],
      ['StorageClass', 'STANDARD'],
      ['Owner', hasOwner ? OWNER : undefined],
    ],
  ];
}

export function commonPrefixElement({ commonPrefix }: CommonPrefix, encode: (key: string) => string): XmlElement {
  return ['CommonPrefixes', [['Prefix', encode(commonPrefix)]]];
}

function nameOf(entry: ObjectVersion | CommonPrefix): string {
  return 'key' in entry ? entry.key : entry.commonPrefix;
}

function encodeToken(key: string): string {
  return Buffer.from(key, 'utf8').toString('base64url');
}

function decodeToken(token: string): string {
  const key = Buffer.from(token, 'base64url').toString('utf8');
  if (key === '' || encodeToken(key) !== token) {
    throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
  }
  return key;
}
