import * as z from 'zod';
import { FEATURE_NAMES, FEATURES } from '../../shared/domain/features.ts';

/** Keeps the item of the switches small: every function reads it once a minute. */
const MOST_ACCOUNTS = 1_000;

const FeatureSchema = z.enum(FEATURE_NAMES).meta({
  id: 'Feature',
  description: FEATURE_NAMES.map((name) => `\`${name}\`: ${FEATURES[name]}`).join(' '),
});

const FeaturesSchema = z
  .array(FeatureSchema)
  .max(FEATURE_NAMES.length)
  .overwrite((names) => FEATURE_NAMES.filter((name) => names.includes(name)));

/** The features that are off; all others are on. */
export const FeatureSwitchesSchema = z
  .strictObject({
    off: FeaturesSchema.meta({ description: 'Features that are off for every account.' }),
    accounts: z
      .array(
        z
          .strictObject({
            prefix: z
              .string()
              .regex(/^[A-Za-z]{3}$/, 'An account prefix is three letters, for example BRI.')
              .toUpperCase()
              .meta({ example: 'BRI' }),
            off: FeaturesSchema,
          })
          .meta({ id: 'AccountFeatures' }),
      )
      .max(MOST_ACCOUNTS)
      .refine((accounts) => new Set(accounts.map(({ prefix }) => prefix)).size === accounts.length, {
        message: 'An account is listed twice. List its features together.',
      })
      .meta({ description: 'Features that are off for single accounts, in addition.' }),
  })
  .meta({ id: 'FeatureSwitches' });
export type StoredSwitches = z.infer<typeof FeatureSwitchesSchema>;
