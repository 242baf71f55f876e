import * as z from 'zod';
import { ALL_ON, type FeatureReader, type FeatureSwitches } from '../../shared/domain/features.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { nextRevision } from '../../shared/domain/revised.ts';
import { type Item, readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type ControlTable, insert, replace } from '../../shared/dynamodb/control-table.ts';
import { FeatureSwitchesSchema } from '../domain/feature-switches.ts';
import type { FeatureRepository } from '../ports.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

/** Switched features have their effect in every environment of every function after this time, as changed roles have. */
const LIFETIME_MS = 60_000;

/** The revision while nothing is stored: every feature is on. */
const UNSTORED = 1;

const KNOWN = [...Object.keys(FeatureSwitchesSchema.shape), 'revision'];

export const featuresKey = (): ControlKey => ({ PK: PEOPLE_PARTITIONS.features, SK: 'SWITCHES' });

const RevisionSchema = z.object({ revision: z.int().min(1) });

const switchesOf = (item: Item) => readItem(FeatureSwitchesSchema, item);

export function featureRepository(table: ControlTable): FeatureRepository {
  return {
    async read() {
      const item = await table.get(featuresKey());
      if (!item) return { value: { off: [], accounts: [] }, revision: UNSTORED };
      return { value: switchesOf(item), revision: readItem(RevisionSchema, item).revision };
    },
    replace(before, after, entry) {
      const { revision } = nextRevision(before, after);
      const item = { ...after, ...featuresKey(), revision };
      const write =
        before.revision === UNSTORED
          ? insert(item, 'stale' as const)
          : replace(item, { known: KNOWN, revision: before.revision }, 'stale' as const);
      return table.writeAudited([write], entry);
    },
  };
}

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
