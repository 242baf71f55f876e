import { checksumHeaders } from '../body/checksums.ts';
import { type ObjectCall, type Operation, versionHeader } from './call.ts';
import { commitObject, WRITE_CONDITIONS } from './commit-object.ts';
import { BODY_HEADERS, receiveBody } from './receive-body.ts';
import { storedHeaders } from './stored-headers.ts';

export const putObject: Operation<ObjectCall> = {
  name: 'PutObject',
  method: 'PUT',
  headers: [...BODY_HEADERS, ...WRITE_CONDITIONS, 'x-amz-meta-*'],
  readsBody: true,
  run: async (call) => {
    const headers = storedHeaders(call.headers);
    const version = await receiveBody(call, ({ segments, size, etag, checksum }) => {
      const modifiedAt = call.services.clock.now().getTime();
      return commitObject(call, { segments, size, etag, checksum, headers, modifiedAt }, 'PutObject');
    });
    return {
      status: 200,
      headers: {
        etag: `"${version.etag}"`,
        ...checksumHeaders(version.checksum),
        ...versionHeader(call, version.versionId),
      },
    };
  },
};
