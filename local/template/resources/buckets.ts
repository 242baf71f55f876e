import * as z from 'zod';
import type { CorsRule } from '../../s3/cors/cors-rules.ts';
import type { ResolvedResource } from '../resolver.ts';

const CorsRuleSchema = z.strictObject({
  AllowedHeaders: z.array(z.string()).default([]),
  AllowedMethods: z.array(z.string()),
  AllowedOrigins: z.array(z.string()),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
});

const BucketSchema = z.object({
  VersioningConfiguration: z.object({ Status: z.enum(['Enabled', 'Suspended']) }).optional(),
  NotificationConfiguration: z
    .strictObject({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }) })
    .optional(),
  CorsConfiguration: z.strictObject({ CorsRules: z.array(CorsRuleSchema) }).optional(),
});

export interface BucketConfig {
  readonly name: string;
  readonly versioned: boolean;
  /** Whether the bucket sends its object events to EventBridge. */
  readonly notifiesEventBridge: boolean;
  readonly corsRules: readonly CorsRule[];
}

export function readBucket({ name, properties }: ResolvedResource): BucketConfig {
  const {
    VersioningConfiguration: versioning,
    NotificationConfiguration: notification,
    CorsConfiguration: cors,
  } = BucketSchema.parse(properties);
  return {
    name,
    versioned: versioning?.Status === 'Enabled',
    notifiesEventBridge: notification?.EventBridgeConfiguration.EventBridgeEnabled ?? false,
    corsRules: (cors?.CorsRules ?? []).map((rule) => ({
      allowedHeaders: rule.AllowedHeaders,
      allowedMethods: rule.AllowedMethods,
      allowedOrigins: rule.AllowedOrigins,
      exposedHeaders: rule.ExposedHeaders,
      maxAgeSeconds: rule.MaxAge,
    })),
  };
}
