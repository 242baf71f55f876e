import type { Bench } from './support/bench.ts';
import { freshStore, makeSortFolder } from './support/sort-folder.ts';
import { runSortStage } from './support/sort-stage.ts';

const GB = 1_000_000_000;

/** Peak memory of a sort step's process, in MB, over files of very different sizes. */
export const memoryBench: Bench = async function* ({ bytes }) {
  for (const size of bytes === undefined ? [0.1 * GB, GB, 4 * GB] : [bytes]) {
    const folder = await makeSortFolder(size);
    try {
      const store = { kind: 'folder', folder: freshStore(folder) } as const;
      const { peakMb } = await runSortStage(folder.worker, { store, size: folder.file.bytes });
      yield { bench: 'memory', bytes: folder.file.bytes, peakMb: Math.round(peakMb) };
    } finally {
      folder.remove();
    }
  }
};
