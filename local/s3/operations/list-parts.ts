import { checksumElements } from '../body/checksums.ts';
import { type XmlElement, xmlDocument } from '../http/xml.ts';
import type { Part } from '../store/uploads.ts';
import { type ObjectCall, type Operation, xmlReply } from './call.ts';
import { numberParameter, OWNER } from './list-parameters.ts';
import { findUpload } from './upload-part.ts';

export const listParts: Operation<ObjectCall> = {
  name: 'ListParts',
  method: 'GET',
  markers: ['uploadId'],
  query: ['max-parts', 'part-number-marker'],
  run: (call) => {
    const upload = findUpload(call);
    const limit = Math.min(numberParameter(call, 'max-parts', 1000), 1000);
    const marker = numberParameter(call, 'part-number-marker', 0);
    const following = call.services.uploads.parts(upload.id).filter((part) => part.number > marker);
    const shown = following.slice(0, limit);
    const isTruncated = following.length > shown.length;
    const body = xmlDocument('ListPartsResult', [
      ['Bucket', call.bucket.name],
      ['Key', call.key],
      ['UploadId', upload.id],
      ['PartNumberMarker', marker],
      ['NextPartNumberMarker', shown.at(-1)?.number],
      ['MaxParts', limit],
      ['IsTruncated', isTruncated],
      ['Initiator', OWNER],
      ['Owner', OWNER],
      ['StorageClass', 'STANDARD'],
      ['ChecksumAlgorithm', upload.checksumKind?.algorithm],
      ['ChecksumType', upload.checksumKind?.type],
      ...shown.map(partElement),
    ]);
    return xmlReply(body);
  },
};

function partElement(part: Part): XmlElement {
  return [
    'Part',
    [
      ['PartNumber', part.number],
      ['LastModified', new Date(part.modifiedAt).toISOString()],
      ['ETag', `"${part.etag}"`],
      ['Size', part.size],
      ...checksumElements(part.checksum).slice(0, 1),
    ],
  ];
}
