import type { ObjectCall, Operation } from './call.ts';
import { findUpload } from './upload-part.ts';

export const abortMultipartUpload: Operation<ObjectCall> = {
  name: 'AbortMultipartUpload',
  method: 'DELETE',
  markers: ['uploadId'],
  run: async (call) => {
    const { database, uploads, contents } = call.services;
    const dead = await database.transact(() => uploads.close(findUpload(call).id));
    await contents.collect(dead);
    return { status: 204, headers: {} };
  },
};
