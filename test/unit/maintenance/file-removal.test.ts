import { describe, expect, test } from '@jest/globals';
import { exportFileRemoval } from '../../../functions/exports/index.ts';
import { fileRemoval } from '../../../functions/imports/index.ts';
import { OBJECTS } from '../../../infra/constructs/permissions.ts';
import { type StoredVersion, VersionedBucket } from '../../support/versioned-bucket.ts';

const versionsOf = (key: string, count: number): StoredVersion[] =>
  Array.from({ length: count }, (_, at) => ({ Key: key, VersionId: `${at}` }));
const TABLE = { prefix: 'GONE', accountPrefix: 'BRI', shardCount: 1 };

async function removeAll(
  bucket: VersionedBucket,
  repeats: number,
  removalIn = fileRemoval,
): Promise<Record<string, number>> {
  const removal = removalIn(bucket.client, 'data');
  const counts: Record<string, number> = {};
  let position = 0;
  for (;;) {
    const page = await removal.page(TABLE, position);
    if (!page) return counts;
    for (const [kind, count] of Object.entries(page.counts)) counts[kind] = (counts[kind] ?? 0) + count;
    for (let time = 0; time <= repeats; time += 1) await removal.remove(TABLE, page.range);
    position = page.position;
  }
}

describe('the removal of the files of a CRM table', () => {
  test('removes all versions and markers of its folders, and nothing of another table', async () => {
    const marker: StoredVersion = { Key: 'uploads/GONE/a.csv', VersionId: 'm', isMarker: true };
    const others = [...versionsOf('uploads/GONES/a.csv', 2), ...versionsOf('work/STAY/1/plan.json', 1)];
    const files = [...versionsOf('uploads/GONE/a.csv', 5), ...versionsOf('inbox/GONE/b.csv', 1)];
    const results = [...versionsOf('imports/GONE/1/log.txt', 3), ...versionsOf('work/GONE/1/scan/0.json', 7)];
    for (const pageSize of [2, 3, 1_000]) {
      const bucket = new VersionedBucket([marker, ...others, ...files, ...results], pageSize);
      const counts = await removeAll(bucket, 1);
      expect(bucket.versions.map(({ Key }) => Key)).toEqual(others.map(({ Key }) => Key));
      // An object with more versions than a page counts those of the page alone: no page of S3 is so small.
      if (pageSize === 1_000) {
        expect(counts).toEqual({ 'uploaded-files': 5, 'inbox-files': 1, 'result-files': 3, 'work-objects': 7 });
      }
    }
  });

  test('covers every folder of the data bucket', async () => {
    // Documents have a bucket of their own.
    const { documents: _, ...ofData } = OBJECTS;
    const folders = new Set(Object.values(ofData).map((pattern) => pattern.split('/')[0] ?? ''));
    // Files of exports are in a folder of the account.
    const folderOf = (root: string) => (root === 'exports' ? 'exports/BRI' : root);
    const bucket = new VersionedBucket(
      [...folders].flatMap((folder) => versionsOf(`${folderOf(folder)}/GONE/x`, 1)),
      1_000,
    );
    await removeAll(bucket, 0);
    await removeAll(bucket, 0, exportFileRemoval);
    expect(bucket.versions).toEqual([]);
  });
});
