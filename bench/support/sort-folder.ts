import { linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathOfKey } from '../../functions/shared/object-store/object-path.ts';
import { bundleWorker } from './bundle-worker.ts';
import { SOURCE_KEY } from './sort-task.ts';
import { type RowsFile, rowsFor, writeRows } from './write-rows.ts';

/** A folder on disk with a file of rows for the sort. */
export interface SortFolder {
  readonly path: string;
  readonly source: string;
  /** Path of the bundled worker that runs the steps. */
  readonly worker: string;
  readonly file: RowsFile;
  remove(): void;
}

export async function makeSortFolder(bytes: number): Promise<SortFolder> {
  const path = mkdtempSync(join(tmpdir(), 'switchboard-bench-'));
  const source = join(path, 'rows.csv');
  const remove = () => rmSync(path, { recursive: true, force: true });
  try {
    return {
      path,
      source,
      worker: await bundleWorker(path),
      file: writeRows(source, rowsFor(bytes), { header: false }),
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Creates an empty file-backed store with only the source; returns its folder. */
export function freshStore({ path, source }: SortFolder): string {
  const folder = join(path, 'store');
  rmSync(folder, { recursive: true, force: true });
  // A hard link: the file is not copied.
  const object = pathOfKey(join(folder, 'objects'), SOURCE_KEY);
  mkdirSync(dirname(object), { recursive: true });
  linkSync(source, object);
  return folder;
}
