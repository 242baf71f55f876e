import type { S3Client } from '@aws-sdk/client-s3';
import type { Meter } from './meter.ts';

/** Charged as reads; all other requests cost ten times as much. */
const READS: ReadonlySet<string> = new Set(['GetObjectCommand', 'HeadObjectCommand']);

/** Counts the client's requests, each attempt separately: S3 also charges those that it answers with an error. */
export function meterS3(client: S3Client, meter: Meter): S3Client {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        meter.add(READS.has(commandName) ? 's3Reads' : 's3Writes', 1);
        return next(args);
      },
    // After the step that retries.
    { step: 'deserialize', name: 'meter' },
  );
  return client;
}
