import * as z from 'zod';
import type { ScanState } from '../../customers/index.ts';
import { uploadOfKey } from '../domain/upload.ts';
import type { ScanStates } from '../ports.ts';

/** The event of a scan by GuardDuty Malware Protection for S3; nothing else of it is used. */
export const ScanEventSchema = z.object({
  detail: z.object({
    s3ObjectDetails: z.object({ bucketName: z.string(), objectKey: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});
type ScanEvent = z.infer<typeof ScanEventSchema>;

/** All other results (a file that is encrypted, too large or not readable) say nothing about the content. */
const STATES: Readonly<Record<string, ScanState>> = { NO_THREATS_FOUND: 'clean', THREATS_FOUND: 'infected' };

/** Sets what a scan has found. An object that is no upload, or is gone meanwhile, changes nothing. */
export async function recordScan(
  { states, bucket }: { readonly states: ScanStates; readonly bucket: string },
  { detail: { s3ObjectDetails, scanResultDetails } }: ScanEvent,
): Promise<void> {
  const scan = STATES[scanResultDetails.scanResultStatus];
  const found = s3ObjectDetails.bucketName === bucket ? uploadOfKey(s3ObjectDetails.objectKey) : undefined;
  if (scan && found) await states.set(found.folder, found.uploadId, scan);
}
