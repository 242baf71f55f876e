import type { Presigned } from '../api/imports.ts';
import { retrying } from '../retry.ts';
import type { LocalFile } from './local-file.ts';
import { mayBeTakenLater, putBytes, StoreRejection } from './put-bytes.ts';
import type { Delivery } from './send-parts.ts';

/** The store has had this file before: the address takes it once. */
const THERE_ALREADY = 412;
/** The address has run out. There is no other in this run. */
const NO_LONGER = 403;

/** Sends a file in one piece. */
export async function sendWhole(
  { patience, signal, meter }: Omit<Delivery, 'api'>,
  address: Presigned,
  file: LocalFile,
): Promise<void> {
  const mayPass = (error: unknown) => !signal.aborted && mayBeTakenLater(error) && !isRejection(error, NO_LONGER);
  await retrying(patience, mayPass, async () => {
    let gone = 0;
    const count = (bytes: number) => {
      gone += bytes;
      meter.sent(bytes);
    };
    try {
      await putBytes(address, file, { start: 0, bytes: file.bytes }, { signal, onBytes: count });
    } catch (error) {
      // An attempt whose answer was lost has brought it there.
      if (isRejection(error, THERE_ALREADY)) return meter.sent(file.bytes - gone);
      meter.sent(-gone);
      throw error;
    }
  });
}

const isRejection = (error: unknown, status: number): boolean =>
  error instanceof StoreRejection && error.status === status;
