import { parseAlgorithm } from '../body/checksums.ts';
import { S3Error } from '../errors.ts';
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
    const algorithm = named === undefined ? undefined : parseAlgorithm(named);
    if ((call.headers.get('x-amz-checksum-type') ?? 'COMPOSITE') !== 'COMPOSITE') {
      throw new S3Error('NotImplemented', 'Only composite checksums are implemented for multipart uploads');
    }
    const startedAt = services.clock.now().getTime();
    const headers = storedHeaders(call.headers);
    const id = await services.database.transact(() =>
      services.uploads.open(bucket.name, key, headers, algorithm, startedAt),
    );
    const body = xmlDocument('InitiateMultipartUploadResult', [
      ['Bucket', bucket.name],
      ['Key', key],
      ['UploadId', id],
    ]);
    return xmlReply(
      body,
      algorithm ? { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': 'COMPOSITE' } : {},
    );
  },
};
