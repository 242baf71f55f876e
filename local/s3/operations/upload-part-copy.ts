import { xmlDocument } from '../http/xml.ts';
import { type ObjectCall, type Operation, xmlReply } from './call.ts';
import { COPY_SOURCE_HEADERS, findCopySource, parseCopyRange, withCopiedBytes } from './copy-source.ts';
import { requirePartNumber } from './part-number.ts';
import { commitPart, findUpload } from './upload-part.ts';

export const uploadPartCopy: Operation<ObjectCall> = {
  name: 'UploadPartCopy',
  method: 'PUT',
  markers: ['partNumber', 'uploadId'],
  markerHeaders: ['x-amz-copy-source'],
  headers: [...COPY_SOURCE_HEADERS, 'x-amz-copy-source-range'],
  run: async (call) => {
    const number = requirePartNumber(call);
    findUpload(call);
    const { bucket, version } = findCopySource(call);
    const range = parseCopyRange(call.headers.get('x-amz-copy-source-range'), version.size);
    return withCopiedBytes(call, version, range, async (bytes) => {
      const modifiedAt = call.services.clock.now().getTime();
      await commitPart(call, number, { ...bytes, checksum: undefined, modifiedAt });
      const body = xmlDocument('CopyPartResult', [
        ['ETag', `"${bytes.etag}"`],
        ['LastModified', new Date(modifiedAt).toISOString()],
      ]);
      return xmlReply(body, bucket.versioned ? { 'x-amz-copy-source-version-id': version.versionId } : {});
    });
  },
};
