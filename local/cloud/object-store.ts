import { BusEventSchema } from '../events/bus-event.ts';
import type { EventBus } from '../events/event-bus.ts';
import type { S3ServerOptions } from '../s3/options.ts';
import { createS3Server } from '../s3/server.ts';
import type { BucketConfig } from '../template/resources/buckets.ts';
import type { Credentials } from './credentials.ts';

interface ObjectStoreSettings {
  readonly port: number;
  readonly directory: string;
  readonly region: string;
  readonly credentials: Credentials;
  /** Smallest part of a multipart upload in bytes; default 5 MiB, as in S3. */
  readonly minimumPartBytes: number | undefined;
  readonly bus: EventBus;
  /** The origin that a page of this machine has on AWS. */
  readonly awsOrigin: (origin: string) => string;
  readonly onCall: S3ServerOptions['onCall'];
}

/** Serves the template's buckets, and sends object events of the buckets that notify EventBridge to the bus. Returns a function that stops it. */
export async function serveObjectStore(
  buckets: readonly BucketConfig[],
  settings: ObjectStoreSettings,
): Promise<() => Promise<void>> {
  const { port, directory, region, credentials, minimumPartBytes, bus, onCall, awsOrigin } = settings;
  const notifying = new Set(buckets.filter(({ notifiesEventBridge }) => notifiesEventBridge).map(({ name }) => name));
  const server = createS3Server({
    directory,
    region,
    buckets: buckets.map(({ name, versioned, corsRules }) => ({ name, versioned, corsRules })),
    awsOrigin,
    credentials: { [credentials.accessKeyId]: credentials.secretAccessKey },
    ...(minimumPartBytes !== undefined && { minimumPartBytes }),
    ...(onCall && { onCall }),
    onObjectEvent: async (event) => {
      if (notifying.has(event.detail.bucket.name)) bus.put(BusEventSchema.parse(event));
    },
  });
  await server.listen(port);
  return () => server.close();
}
