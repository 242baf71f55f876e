import type { DocumentFolder, DocumentOrder } from '../../customers/index.ts';
import { log } from '../../shared/observability/logger.ts';
import { objectKey } from '../domain/upload.ts';
import type { RemovalPorts } from '../ports.ts';

/**
 * Removes one upload with its file, all versions of the object included. First it cannot be completed any more, then the
 * file goes, and then what counts it: so a repetition goes on wherever the first attempt has stopped.
 */
async function removeUpload(
  { removals, files }: RemovalPorts,
  folder: DocumentFolder,
  uploadId: string,
  keepsStored: boolean,
): Promise<void> {
  const outcome = await removals.claim(folder, uploadId, keepsStored);
  if (outcome === 'kept') return;
  // Also where nothing is stored of the upload any more: its address could have been used once again.
  await files.removeAll(objectKey(folder, uploadId));
  if (outcome === 'claimed') await removals.forget(folder, uploadId);
}

/** Removes all that an order names, and then the order. May be repeated. */
export async function carryOut(ports: RemovalPorts, order: DocumentOrder): Promise<void> {
  const { accountPrefix, prefix, shard, customer, uploads, upToVersion = 0, keepsStored = false } = order;
  const folder = { accountPrefix, prefix, shard, customer };
  if (uploads) for (const uploadId of uploads) await removeUpload(ports, folder, uploadId, keepsStored);
  else
    for await (const { uploadId, customerVersion } of ports.removals.uploadsIn(folder))
      if (customerVersion <= upToVersion) await removeUpload(ports, folder, uploadId, false);
  await ports.removals.complete(order);
}

/** Orders of one run; those that are carried out are gone from the list of the next one. */
const ORDERS_PER_RUN = 1_000;

/**
 * Carries out the orders that are due. One that fails stays, and does not hold up the others.
 * @param runMs how long a run takes at most
 */
export async function carryOutOrders(ports: RemovalPorts, runMs: number): Promise<void> {
  const start = ports.clock.now();
  const end = start.getTime() + runMs;
  for (const order of await ports.removals.listDue(start.toISOString(), ORDERS_PER_RUN)) {
    if (ports.clock.now().getTime() >= end) return;
    try {
      await carryOut(ports, order);
    } catch (error) {
      log.warn('documents.not-removed', { prefix: order.prefix }, error);
    }
  }
}

/** A CRM table whose documents are removed. */
export interface RemovedTable {
  readonly accountPrefix: string;
  readonly prefix: string;
}

/**
 * Removes every document of a customer, also those of an earlier customer with the same ID, at once.
 * @returns the number of files
 */
export async function removeDocumentsOfCustomer(ports: RemovalPorts, folder: DocumentFolder): Promise<number> {
  let count = 0;
  for await (const { uploadId } of ports.removals.uploadsIn(folder)) {
    await removeUpload(ports, folder, uploadId, false);
    count += 1;
  }
  return count;
}

/**
 * Removes every document of one shard of a CRM table. May be repeated: what is removed is not found again.
 * @param shouldContinue is called before each file
 * @returns the number of files, and whether all are gone
 */
export async function removeDocumentsOfShard(
  ports: RemovalPorts,
  { accountPrefix, prefix }: RemovedTable,
  shard: number,
  shouldContinue: () => boolean,
): Promise<{ readonly count: number; readonly isComplete: boolean }> {
  let count = 0;
  for await (const { folder, upload } of ports.removals.uploadsOfShard({ accountPrefix, prefix, shard })) {
    if (!shouldContinue()) return { count, isComplete: false };
    await removeUpload(ports, folder, upload.uploadId, false);
    count += 1;
  }
  return { count, isComplete: true };
}
