import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { shardKey } from './customer-item.ts';
import { historyShard } from './history-item.ts';
import { notesPartitionOf } from './note-items.ts';
import { REMOVALS, removalSortPrefix } from './removal-item.ts';

/** The customers of a CRM table with their histories and notes. A tombstone counts as a customer. */
export const customerRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'customers',
    lists({ prefix, shardCount }) {
      const shards = Array.from({ length: shardCount }, (_, shard) => shard);
      return [
        ...shards.map((shard) => ({ kind: 'customers', partition: shardKey(prefix, shard) })),
        ...shards.map((shard) => ({ kind: 'history-events', partition: historyShard(prefix, shard) })),
        ...shards.map((shard) => ({ kind: 'note-texts', partition: notesPartitionOf(historyShard(prefix, shard)) })),
        { kind: 'open-removals', partition: REMOVALS, sortPrefix: removalSortPrefix(prefix) },
      ];
    },
  });
