import type { S3Client } from '@aws-sdk/client-s3';
import type { Meter } from './meter.ts';

/** Charged as reads; whatever writes or lists costs ten times as much. */
const READS: ReadonlySet<string> = new Set(['GetObjectCommand', 'HeadObjectCommand']);

/** Counts the client's requests, each attempt of its own: S3 charges those that it answers with an error, too. */
export function meterS3(client: S3Client, meter: Meter): S3Client {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        meter.add(READS.has(commandName) ? 's3Reads' : 's3Writes', 1);
        return next(args);
      },
    // Behind the step that retries.
    { step: 'deserialize', name: 'meter' },
  );
  return client;
}
