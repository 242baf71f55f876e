import type { ApiClient } from '../api/client.ts';
import { arrivedParts, completeUpload, partAddress, type SentPart } from '../api/imports.ts';
import { type Patience, retrying } from '../retry.ts';
import { checkUnchanged, type LocalFile } from './local-file.ts';
import { type ByteRange, mayBeTakenLater, putBytes } from './put-bytes.ts';
import type { UploadMeter } from './upload-meter.ts';

/** More connections are no faster on ordinary lines, and each loses a part when it breaks. */
const AT_ONCE = 4;

export interface Delivery {
  readonly api: ApiClient;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  readonly meter: UploadMeter;
}

interface Parts {
  readonly partBytes: number;
  readonly partCount: number;
}

export function rangeOf({ partBytes }: Parts, file: LocalFile, partNumber: number): ByteRange {
  const start = (partNumber - 1) * partBytes;
  return { start, bytes: Math.min(partBytes, file.bytes - start) };
}

/** Sends the missing parts, several concurrently, and completes the upload. */
export async function sendParts(delivery: Delivery, importId: string, file: LocalFile, parts: Parts): Promise<void> {
  const sent = await partsThere(delivery, importId, file, parts);
  const there = new Set(sent.map(({ partNumber }) => partNumber));
  const numbers = Array.from({ length: parts.partCount }, (_, at) => at + 1);
  const waiting = numbers.filter((partNumber) => !there.has(partNumber)).values();
  // When one part fails for good, the others are cancelled.
  const giveUp = new AbortController();
  const signal = AbortSignal.any([delivery.signal, giveUp.signal]);
  const worker = async () => {
    for (const partNumber of waiting) {
      const etag = await sendPart({ ...delivery, signal }, importId, file, {
        partNumber,
        ...rangeOf(parts, file, partNumber),
      });
      sent.push({ partNumber, etag });
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  } finally {
    giveUp.abort();
  }
  await checkUnchanged(file);
  await completeUpload(
    delivery.api,
    importId,
    sent.toSorted((a, b) => a.partNumber - b.partNumber),
  );
}

/** The whole parts that an earlier run has sent. */
async function partsThere(
  { api, meter }: Delivery,
  importId: string,
  file: LocalFile,
  parts: Parts,
): Promise<SentPart[]> {
  const arrived = await arrivedParts(api, importId);
  const whole = arrived.filter(({ partNumber, bytes }) => bytes === rangeOf(parts, file, partNumber).bytes);
  if (whole.length > 0) meter.there(whole.reduce((sum, { bytes }) => sum + bytes, 0));
  return whole.map(({ partNumber, etag }) => ({ partNumber, etag }));
}

function sendPart(
  { api, patience, signal, meter }: Delivery,
  importId: string,
  file: LocalFile,
  { partNumber, ...range }: ByteRange & { readonly partNumber: number },
): Promise<string> {
  return retrying(
    patience,
    (error) => !signal.aborted && mayBeTakenLater(error),
    async () => {
      let gone = 0;
      try {
        // A new address for each attempt: an earlier one may have expired while the part waited.
        const address = await partAddress(api, importId, partNumber);
        return await putBytes(address, file, range, {
          signal,
          onBytes: (bytes) => {
            gone += bytes;
            meter.sent(bytes);
          },
        });
      } catch (error) {
        meter.sent(-gone);
        throw error;
      }
    },
  );
}
