import { S3Error } from '../errors.ts';
import { type XmlElement, xmlDocument } from '../http/xml.ts';
import { list } from '../store/listing.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import { type BucketCall, type Operation, parameter, xmlReply } from './call.ts';
import { commonPrefixElement } from './list-objects.ts';
import { keyEncoding, MAX_ENTRIES, numberParameter, OWNER } from './list-parameters.ts';
import { parseVersionId } from './version-id.ts';

export const listObjectVersions: Operation<BucketCall> = {
  name: 'ListObjectVersions',
  method: 'GET',
  markers: ['versions'],
  query: ['prefix', 'delimiter', 'max-keys', 'encoding-type', 'key-marker', 'version-id-marker'],
  run: (call) => {
    const { name: encodingType, encode } = keyEncoding(call);
    const prefix = parameter(call, 'prefix') ?? '';
    const delimiter = parameter(call, 'delimiter') ?? '';
    const after = parameter(call, 'key-marker') ?? '';
    const limit = Math.min(numberParameter(call, 'max-keys', MAX_ENTRIES), MAX_ENTRIES);
    const scope = { versions: 'all' as const, before: sequenceOfMarker(call, after) };
    const listing = list(call.services.database, call.bucket.name, { prefix, delimiter, after, limit }, scope);
    const last = listing.isTruncated ? listing.entries.at(-1) : undefined;
    const lastVersion = last && 'key' in last ? last : undefined;
    const lastKey = last && 'commonPrefix' in last ? last.commonPrefix : lastVersion?.key;
    const body = xmlDocument('ListVersionsResult', [
      ['Name', call.bucket.name],
      ['Prefix', encode(prefix)],
      ['Delimiter', delimiter === '' ? undefined : encode(delimiter)],
      ['KeyMarker', encode(after)],
      ['VersionIdMarker', parameter(call, 'version-id-marker')],
      ['NextKeyMarker', lastKey === undefined ? undefined : encode(lastKey)],
      ['NextVersionIdMarker', lastVersion?.versionId],
      ['MaxKeys', limit],
      ['EncodingType', encodingType],
      ['IsTruncated', listing.isTruncated],
      ...listing.entries.map((entry) =>
        'key' in entry ? versionElement(entry, encode) : commonPrefixElement(entry, encode),
      ),
    ]);
    return xmlReply(body);
  },
};

function versionElement(version: ObjectVersion, encode: (key: string) => string): XmlElement {
  const about: XmlElement[] = [
    ['Key', encode(version.key)],
    ['VersionId', version.versionId],
    ['IsLatest', version.isLatest],
    ['LastModified', new Date(version.modifiedAt).toISOString()],
    ['Owner', OWNER],
  ];
  if (version.isDeleteMarker) return ['DeleteMarker', about];
  return ['Version', [...about, ['ETag', `"${version.etag}"`], ['Size', version.size], ['StorageClass', 'STANDARD']]];
}

function sequenceOfMarker(call: BucketCall, key: string): number | undefined {
  const versionId = parseVersionId(parameter(call, 'version-id-marker') || undefined);
  if (versionId === undefined) return undefined;
  if (key === '') throw new S3Error('InvalidArgument', 'A version-id marker cannot be specified without a key marker.');
  return call.services.objects.find(call.bucket, key, versionId)?.sequence;
}
