import { type CreationReason, objectCreatedEvent } from '../events/object-created.ts';
import type { ObjectVersion } from '../store/object-version.ts';
import type { NewObject } from '../store/objects.ts';
import type { ObjectCall } from './call.ts';

export const WRITE_CONDITIONS = ['if-match', 'if-none-match'];

/**
 * Stores the object and its event in one transaction, durably when this resolves. `alongside` runs in the same transaction
 * and returns further blobs that may be unreferenced afterwards.
 * @throws S3Error if If-Match or If-None-Match of the request does not hold; the store is then unchanged.
 */
export async function commitObject(
  call: ObjectCall,
  object: NewObject,
  reason: CreationReason,
  alongside: () => string[] = () => [],
): Promise<ObjectVersion> {
  const { database, objects, contents, journal, region } = call.services;
  const condition = { ifNoneMatch: call.headers.get('if-none-match'), ifMatch: call.headers.get('if-match') };
  const { version, dead } = await database.transact(() => {
    const put = objects.put(call.bucket, call.key, object, condition);
    const { requestId, remoteAddress } = call;
    const event = objectCreatedEvent(put.version, {
      bucket: call.bucket.name,
      region,
      requestId,
      remoteAddress,
      reason,
    });
    journal.append(put.version.sequence, event);
    return { version: put.version, dead: [...put.dead, ...alongside()] };
  });
  journal.wake();
  await contents.collect(dead);
  return version;
}
