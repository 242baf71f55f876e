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
  /** Smallest part of a multipart upload; S3's own 5 MiB when absent. */
  readonly minimumPartBytes: number | undefined;
  readonly bus: EventBus;
  readonly onCall: S3ServerOptions['onCall'];
}

/** Serves the template's buckets, and tells the event bus of what is put into those that should. Answers how to stop it. */
export async function serveObjectStore(
  buckets: readonly BucketConfig[],
  settings: ObjectStoreSettings,
): Promise<() => Promise<void>> {
  const { port, directory, region, credentials, minimumPartBytes, bus, onCall } = settings;
  const telling = new Set(buckets.filter(({ tellsEventBridge }) => tellsEventBridge).map(({ name }) => name));
  const server = createS3Server({
    directory,
    region,
    buckets: buckets.map(({ name, versioned }) => ({ name, versioned })),
    credentials: { [credentials.accessKeyId]: credentials.secretAccessKey },
    ...(minimumPartBytes !== undefined && { minimumPartBytes }),
    ...(onCall && { onCall }),
    onObjectEvent: async (event) => {
      if (telling.has(event.detail.bucket.name)) bus.put(BusEventSchema.parse(event));
    },
  });
  await server.listen(port);
  return () => server.close();
}
