import * as z from 'zod';
import type { Clock } from '../../shared/domain/clock.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import { readItem } from '../../shared/dynamodb/attributes.ts';
import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { type ControlTable, insert } from '../../shared/dynamodb/control-table.ts';
import type { OpenSearches } from '../ports.ts';
import { CUSTOMER_PARTITIONS } from './partitions.ts';

/** As long as a person looks at one page of results. */
const OPEN_SECONDS = 15 * 60;

/** Raised when the stored form changes. */
const SEARCH_SCHEMA_VERSION = 2;

const SearchItemSchema = z.object({
  schemaVersion: z.literal(SEARCH_SCHEMA_VERSION),
  prefix: z.string(),
  text: z.string().optional(),
  fields: z.array(z.object({ code: z.string(), value: z.string() })),
  reading: z.int().min(0),
  position: z.string(),
  shown: z.array(z.string()),
  ttl: z.int(),
});

/** The user is part of the key: an id is of no use to another user. */
export function openSearchKey(userId: string, id: string): ControlKey {
  return { PK: `${CUSTOMER_PARTITIONS.searches}${userId}`, SK: id };
}

const seconds = (clock: Clock): number => Math.floor(clock.now().getTime() / 1000);

export function openSearches(table: ControlTable, clock: Clock, ids: Ids): OpenSearches {
  return {
    async save(userId, search) {
      const id = ids.newId();
      const item = {
        ...openSearchKey(userId, id),
        ...search,
        schemaVersion: SEARCH_SCHEMA_VERSION,
        ttl: seconds(clock) + OPEN_SECONDS,
      };
      await table.write([insert(item, 'exists')]);
      return id;
    },
    async find(userId, id) {
      const item = await table.get(openSearchKey(userId, id));
      if (!item) return undefined;
      const { ttl, schemaVersion: _, ...search } = readItem(SearchItemSchema, item);
      // DynamoDB removes items some time after their end.
      return ttl > seconds(clock) ? search : undefined;
    },
  };
}
