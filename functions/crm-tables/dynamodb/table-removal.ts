import type { Removal } from '../../shared/domain/removal.ts';
import { itemRemoval, type RemovalTools } from '../../shared/dynamodb/item-removal.ts';
import { draftKey } from './draft-item.ts';
import { highWaterMarkKey } from './high-water-marks.ts';
import { tablePartition } from './table-item.ts';
import { VERSION_SORT_PREFIX } from './version-item.ts';

/** The draft, the versions and the highest generated Customer ID. The table itself stays until `releaseTable`. */
export const tableRemoval = (tools: RemovalTools): Removal =>
  itemRemoval({
    ...tools,
    name: 'design',
    lists: ({ prefix }) => [
      { kind: 'versions', partition: tablePartition(prefix), sortPrefix: VERSION_SORT_PREFIX },
      { kind: 'drafts', partition: tablePartition(prefix), sortPrefix: draftKey(prefix).SK },
      { kind: 'counters', partition: highWaterMarkKey(prefix).PK },
    ],
  });
