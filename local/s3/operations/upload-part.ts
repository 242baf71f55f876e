import { checksumHeaders } from '../body/checksums.ts';
import { S3Error } from '../errors.ts';
import type { NewPart, Upload } from '../store/uploads.ts';
import { type ObjectCall, type Operation, parameter } from './call.ts';
import { requirePartNumber } from './part-number.ts';
import { BODY_HEADERS, receiveBody } from './receive-body.ts';

export const uploadPart: Operation<ObjectCall> = {
  name: 'UploadPart',
  method: 'PUT',
  markers: ['partNumber', 'uploadId'],
  headers: BODY_HEADERS,
  readsBody: true,
  run: async (call) => {
    const number = requirePartNumber(call);
    const upload = findUpload(call);
    return receiveBody(call, async (body) => {
      const expected = upload.checksumKind?.algorithm;
      if (expected && body.checksum && body.checksum.algorithm !== expected) {
        throw new S3Error('InvalidRequest', `The upload was started with the checksum algorithm ${expected}`);
      }
      await commitPart(call, number, { ...body, modifiedAt: call.services.clock.now().getTime() });
      return { status: 200, headers: { etag: `"${body.etag}"`, ...checksumHeaders(body.checksum) } };
    });
  },
};

/** @throws S3Error NoSuchUpload */
export function findUpload(call: ObjectCall): Upload {
  return call.services.uploads.find(call.bucket.name, call.key, parameter(call, 'uploadId') ?? '');
}

/** @throws S3Error NoSuchUpload if the upload was completed or aborted while the bytes were received. */
export async function commitPart(call: ObjectCall, number: number, part: NewPart): Promise<void> {
  const { database, uploads, contents } = call.services;
  const dead = await database.transact(() => uploads.putPart(findUpload(call).id, number, part));
  await contents.collect(dead);
}
