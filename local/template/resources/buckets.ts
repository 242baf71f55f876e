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
  /** Whether EventBridge hears of its objects. */
  readonly tellsEventBridge: boolean;
}

export function readBucket({ name, properties }: ResolvedResource): BucketConfig {
  const { VersioningConfiguration: versioning, NotificationConfiguration: notification } =
    BucketSchema.parse(properties);
  return {
    name,
    versioned: versioning?.Status === 'Enabled',
    tellsEventBridge: notification?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
  };
}
