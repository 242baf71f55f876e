import { chooseKind } from '../body/checksum-of-parts.ts';
import { parseAlgorithm } from '../body/checksums.ts';
import { xmlDocument } from '../http/xml.ts';
import { type ObjectCall, type Operation, xmlReply } from './call.ts';
import { storedHeaders } from './stored-headers.ts';

export const createMultipartUpload: Operation<ObjectCall> = {
  name: 'CreateMultipartUpload',
  method: 'POST',
  markers: ['uploads'],
  headers: ['x-amz-meta-*', 'x-amz-checksum-algorithm', 'x-amz-checksum-type'],
  run: async (call) => {
    const { bucket, key, services } = call;
    const named = call.headers.get('x-amz-checksum-algorithm');
    const kind =
      named === undefined ? undefined : chooseKind(parseAlgorithm(named), call.headers.get('x-amz-checksum-type'));
    const startedAt = services.clock.now().getTime();
    const headers = storedHeaders(call.headers);
    const id = await services.database.transact(() =>
      services.uploads.open(bucket.name, key, headers, kind, startedAt),
    );
    const body = xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', bucket.name],
      ['Key', key],
      ['UploadId', id],
    ]);
    return xmlReply(body, kind ? { 'x-amz-checksum-algorithm': kind.algorithm, 'x-amz-checksum-type': kind.type } : {});
  },
};
