import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './support/bench.ts';
import { gnuSort, syncDisk } from './support/gnu-sort.ts';
import { openStore } from './support/open-store.ts';
import { comparedLine, measurePairs } from './support/pairs.ts';
import { startS3 } from './support/s3-server.ts';
import { expectSameBytes } from './support/same-bytes.ts';
import { freshStore, makeSortFolder, type SortFolder } from './support/sort-folder.ts';
import { runSortStage } from './support/sort-stage.ts';
import { SORTED_KEY, SOURCE_KEY } from './support/sort-task.ts';

const GB = 1_000_000_000;
const PAIRS = 5;

/**
 * The sort stage, including the scan, against GNU sort: seconds each; every output is compared byte by byte.
 * `sort` uses the file-backed store, `sort.s3` (one pair) the embedded S3.
 */
export const sortBench: Bench = async function* ({ bytes = GB }) {
  const folder = await makeSortFolder(bytes);
  const reference = join(folder.path, 'reference.csv');
  const baseline = async () => {
    rmSync(reference, { force: true });
    syncDisk();
    return gnuSort(folder.source, reference, folder.path);
  };
  try {
    await baseline();
    yield comparedLine('sort', 's', await measurePairs(PAIRS, () => onFiles(folder, reference), baseline));
    yield comparedLine('sort.s3', 's', await measurePairs(1, () => onS3(folder, reference), baseline));
  } finally {
    folder.remove();
  }
};

async function onFiles(folder: SortFolder, reference: string): Promise<number> {
  const place = { kind: 'folder', folder: freshStore(folder) } as const;
  syncDisk();
  const { seconds } = await runSortStage(folder.worker, { store: place, size: folder.file.bytes });
  await expectSameBytes(await openStore(place), SORTED_KEY, reference);
  rmSync(place.folder, { recursive: true });
  return seconds;
}

async function onS3(folder: SortFolder, reference: string): Promise<number> {
  const s3 = await startS3(join(folder.path, 's3'));
  try {
    const place = { kind: 's3', endpoint: s3.endpoint } as const;
    await s3.upload(SOURCE_KEY, folder.source);
    syncDisk();
    const { seconds } = await runSortStage(folder.worker, { store: place, size: folder.file.bytes });
    await expectSameBytes(await openStore(place), SORTED_KEY, reference);
    return seconds;
  } finally {
    await s3.close();
  }
}
