import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Clock } from '../../shared/domain/clock.ts';
import { toItem } from '../../shared/dynamodb/attributes.ts';
import type { BackOff } from '../../shared/dynamodb/back-off.ts';
import { batchWrite } from '../../shared/dynamodb/batch-write.ts';
import type { SingleWriter } from '../ports.ts';

/**
 * Writes single entries without a condition: of one that is there already, the time and the other words move on. Clocks that
 * differ by minutes do no harm, since a clean-up leaves ten minutes.
 */
export function singleWriter(
  client: DynamoDBClient,
  searchTable: string,
  backOff: BackOff,
  clock: Clock,
): SingleWriter {
  return {
    async write(singles) {
      const at = clock.now().getTime();
      const distinct = new Map(singles.map((single) => [`${single.PK} ${single.SK}`, single]));
      const puts = [...distinct.values()].map((single) => ({ PutRequest: { Item: toItem({ ...single, at }) } }));
      await batchWrite(client, searchTable, backOff, puts);
    },
  };
}
