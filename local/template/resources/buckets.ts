import * as z from 'zod';
import type { ResolvedResource } from '../resolver.ts';

const BucketSchema = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }) })
    .optional(),
});

export interface BucketConfig {
  readonly name: string;
  readonly versioned: boolean;
  /** Whether the bucket sends its object events to EventBridge. */
  readonly notifiesEventBridge: boolean;
}

export function readBucket({ name, properties }: ResolvedResource): BucketConfig {
  const { VersioningConfiguration: versioning, NotificationConfiguration: notification } =
    BucketSchema.parse(properties);
  return {
    name,
    versioned: versioning?.Status === 'Enabled',
    notifiesEventBridge: notification?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
  };
}
