import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { SPACES } from '../domain/entry.ts';
import { blockPartition, bucketsOf, singlePartition } from '../domain/index-keys.ts';
import type { GenerationHeads } from '../generation-ports.ts';
import { searchHeadKey } from './head-item.ts';

const placesOf = SPACES.flatMap((space) => bucketsOf(space).map((bucket) => ({ space, bucket })));

/** The blocks of all generations, also of one that never became the live one, and the single entries. */
export const indexRemoval = (tools: RemovalTools, heads: Pick<GenerationHeads, 'find'>): Removal =>
  itemRemoval({
    ...tools,
    name: 'search-index',
    async lists({ prefix }) {
      const { cleaned, sequence } = await heads.find(prefix);
      const generations = Array.from({ length: sequence - cleaned }, (_, index) => cleaned + 1 + index);
      return [
        ...placesOf.map(({ space, bucket }) => ({
          kind: 'search-entries',
          partition: singlePartition(prefix, space, bucket),
        })),
        ...generations.flatMap((generation) =>
          placesOf.map(({ space, bucket }) => ({
            kind: 'search-blocks',
            partition: blockPartition(prefix, space, generation, bucket),
          })),
        ),
      ];
    },
  });

/** What the index consists of: read until its items are gone. */
export const headRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'search-head',
    lists: ({ prefix }) => [{ kind: 'counters', partition: searchHeadKey(prefix).PK }],
  });
