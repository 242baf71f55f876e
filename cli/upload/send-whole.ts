import type { Presigned } from '../api/imports.ts';
import { retrying } from '../retry.ts';
import type { LocalFile } from './local-file.ts';
import { mayBeTakenLater, putBytes, StoreRejection } from './put-bytes.ts';
import type { Delivery } from './send-parts.ts';

/** The store has this file already: it accepts only one object at the address. */
const THERE_ALREADY = 412;
/** The address has expired, and this run has no other. */
const NO_LONGER = 403;

/** Sends a file in one request. */
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
      // An attempt whose answer was lost has stored the file.
      if (isRejection(error, THERE_ALREADY)) return meter.sent(file.bytes - gone);
      meter.sent(-gone);
      throw error;
    }
  });
}

const isRejection = (error: unknown, status: number): boolean =>
  error instanceof StoreRejection && error.status === status;
