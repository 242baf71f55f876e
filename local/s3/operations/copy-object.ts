import { checksumElements } from '../body/checksums.ts';
import { S3Error } from '../errors.ts';
import { xmlDocument } from '../http/xml.ts';
import { type ObjectCall, type Operation, versionHeader, xmlReply } from './call.ts';
import { commitObject, WRITE_CONDITIONS } from './commit-object.ts';
import { COPY_SOURCE_HEADERS, type CopySource, findCopySource, withCopiedBytes } from './copy-source.ts';
import { storedHeaders } from './stored-headers.ts';

export const copyObject: Operation<ObjectCall> = {
  name: 'CopyObject',
  method: 'PUT',
  markerHeaders: ['x-amz-copy-source'],
  headers: [...COPY_SOURCE_HEADERS, ...WRITE_CONDITIONS, 'x-amz-metadata-directive', 'x-amz-meta-*'],
  run: async (call) => {
    const source = findCopySource(call);
    const replaces = replacesMetadata(call);
    checkNotOntoItself(call, source, replaces);
    const headers = replaces ? storedHeaders(call.headers) : source.version.headers;
    const version = await withCopiedBytes(call, source.version, { start: 0, end: source.version.size }, (bytes) => {
      // A composite checksum describes parts, which the copy does not have.
      const { checksum } = source.version;
      const copied = checksum?.type === 'FULL_OBJECT' ? checksum : undefined;
      const modifiedAt = call.services.clock.now().getTime();
      return commitObject(call, { ...bytes, checksum: copied, headers, modifiedAt }, 'CopyObject');
    });
    const body = xmlDocument('CopyObjectResult', [
      ['ETag', `"${version.etag}"`],
      ['LastModified', new Date(version.modifiedAt).toISOString()],
      ...checksumElements(version.checksum),
    ]);
    return xmlReply(body, {
      ...versionHeader(call, version.versionId),
      ...(source.bucket.versioned ? { 'x-amz-copy-source-version-id': source.version.versionId } : {}),
    });
  },
};

function replacesMetadata(call: ObjectCall): boolean {
  const directive = call.headers.get('x-amz-metadata-directive') ?? 'COPY';
  if (directive !== 'COPY' && directive !== 'REPLACE')
    throw new S3Error('InvalidArgument', 'Unknown metadata directive.');
  return directive === 'REPLACE';
}

function checkNotOntoItself(call: ObjectCall, { bucket, version }: CopySource, replaces: boolean): void {
  if (replaces || bucket.name !== call.bucket.name || version.key !== call.key || !version.isLatest) return;
  throw new S3Error(
    'InvalidRequest',
    "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata.",
  );
}
