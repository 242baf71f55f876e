import type { Deletion } from '../store/objects.ts';
import { type BucketCall, type ObjectCall, type Operation, parameter } from './call.ts';
import { parseVersionId } from './version-id.ts';

export const deleteObject: Operation<ObjectCall> = {
  name: 'DeleteObject',
  method: 'DELETE',
  query: ['versionId'],
  run: async (call) => {
    const deletion = await deleteKey(call, call.key, parseVersionId(parameter(call, 'versionId')));
    return {
      status: 204,
      headers: {
        ...(deletion.versionId === undefined ? {} : { 'x-amz-version-id': deletion.versionId }),
        ...(deletion.isDeleteMarker ? { 'x-amz-delete-marker': 'true' } : {}),
      },
    };
  },
};

/** Deleting a key that does not exist is not an error. */
export async function deleteKey(call: BucketCall, key: string, versionId: string | undefined): Promise<Deletion> {
  const { database, objects, contents, clock } = call.services;
  const { dead, ...deletion } = await database.transact(() =>
    objects.delete(call.bucket, key, versionId, clock.now().getTime()),
  );
  await contents.collect(dead);
  return deletion;
}
