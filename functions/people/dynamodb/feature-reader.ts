import type { Clock } from '../../shared/domain/clock.ts';
import { ALL_ON, type FeatureReader, type FeatureSwitches } from '../../shared/domain/features.ts';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import type { ControlTable } from '../../shared/dynamodb/control-table.ts';
import { FeatureSwitchesSchema } from '../domain/feature-switches.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

/** Switched features have their effect in every environment of every function after this time, as changed roles have. */
const LIFETIME_MS = 60_000;

export const featuresKey = (): ControlKey => ({ PK: PEOPLE_PARTITIONS.features, SK: 'SWITCHES' });

export const switchesOf = (item: Item) => readItem(FeatureSwitchesSchema, item);

/** Reads the switches at most once a minute. */
export function featureReader(table: ControlTable, clock: Clock): FeatureReader {
  let known: { readonly switches: FeatureSwitches; readonly until: number } | undefined;
  return {
    async switches() {
      const now = clock.now().getTime();
      if (known && known.until > now) return known.switches;
      const item = await table.getEventually(featuresKey());
      known = { switches: item ? switchesOf(item) : ALL_ON, until: now + LIFETIME_MS };
      return known.switches;
    },
  };
}
