import { type XmlElement, xmlDocument } from '../http/xml.ts';
import type { Upload } from '../store/uploads.ts';
import { type BucketCall, type Operation, parameter, xmlReply } from './call.ts';
import { keyEncoding, MAX_ENTRIES, numberParameter, OWNER } from './list-parameters.ts';

export const listMultipartUploads: Operation<BucketCall> = {
  name: 'ListMultipartUploads',
  method: 'GET',
  markers: ['uploads'],
  query: ['prefix', 'key-marker', 'upload-id-marker', 'max-uploads', 'encoding-type'],
  run: (call) => {
    const { name: encodingType, encode } = keyEncoding(call);
    const prefix = parameter(call, 'prefix') ?? '';
    const keyMarker = parameter(call, 'key-marker') ?? '';
    const idMarker = parameter(call, 'upload-id-marker') ?? '';
    const limit = Math.min(numberParameter(call, 'max-uploads', MAX_ENTRIES), MAX_ENTRIES);
    const found = call.services.uploads.list(call.bucket.name, prefix, keyMarker, idMarker, limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > shown.length ? shown.at(-1) : undefined;
    const body = xmlDocument('ListMultipartUploadsResult', [
      ['Bucket', call.bucket.name],
      ['Prefix', encode(prefix)],
      ['KeyMarker', encode(keyMarker)],
      ['UploadIdMarker', idMarker],
      ['NextKeyMarker', last && encode(last.key)],
      ['NextUploadIdMarker', last?.id],
      ['MaxUploads', limit],
      ['EncodingType', encodingType],
      ['IsTruncated', last !== undefined],
      ...shown.map((upload) => uploadElement(upload, encode)),
    ]);
    return xmlReply(body);
  },
};

function uploadElement(upload: Upload, encode: (key: string) => string): XmlElement {
  return [
    'Upload',
    [
      ['Key', encode(upload.key)],
      ['UploadId', upload.id],
      ['Initiator', OWNER],
      ['Owner', OWNER],
      ['StorageClass', 'STANDARD'],
      ['Initiated', new Date(upload.startedAt).toISOString()],
      ['ChecksumAlgorithm', upload.checksumKind?.algorithm],
      ['ChecksumType', upload.checksumKind?.type],
    ],
  ];
}
