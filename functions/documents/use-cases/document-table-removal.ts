import type { Removal } from '../../shared/domain/removal.ts';
import type { RemovalPorts } from '../ports.ts';
import { removeDocumentsOfShard } from './remove-uploads.ts';

/** The documents of a CRM table, with all versions of their files. The usage of the account goes down with each. */
export const documentTableRemoval = (ports: RemovalPorts): Removal => ({
  name: 'documents',
  async page({ accountPrefix, prefix, shardCount }, position) {
    for (let shard = position; shard < shardCount; shard += 1) {
      let documents = 0;
      for await (const _ of ports.removals.uploadsOfShard({ accountPrefix, prefix, shard })) documents += 1;
      if (documents > 0) return { counts: { documents }, range: String(shard), position: shard };
    }
    return undefined;
  },
  async remove(removed, range) {
    await removeDocumentsOfShard(ports, removed, Number(range), () => true);
  },
});
