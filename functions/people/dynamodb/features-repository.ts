import * as z from 'zod';
import { nextRevision } from '../../shared/domain/revised.ts';
import { readItem } from '../../shared/dynamodb/attributes.ts';
import { type ControlTable, insert, replace } from '../../shared/dynamodb/control-table.ts';
import { FeatureSwitchesSchema } from '../domain/feature-switches.ts';
import type { FeatureRepository } from '../ports.ts';
import { featuresKey, switchesOf } from './feature-reader.ts';

/** The revision while nothing is stored: every feature is on. */
const UNSTORED = 1;

const KNOWN = [...Object.keys(FeatureSwitchesSchema.shape), 'revision'];

const RevisionSchema = z.object({ revision: z.int().min(1) });

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
