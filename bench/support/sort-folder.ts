import { linkSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathOfKey } from '../../functions/imports/object-store/object-path.ts';
import { bundleWorker } from './bundle-worker.ts';
import { SOURCE_KEY } from './sort-task.ts';
import { type RowsFile, rowsFor, writeRows } from './write-rows.ts';

/** A folder on disk with a file of rows to sort. */
export interface SortFolder {
  readonly path: string;
  readonly source: string;
  /** The bundled worker that does the steps. */
  readonly worker: string;
  readonly file: RowsFile;
  /** Removes the folder and all in it. */
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

/** An empty file-backed store that holds nothing but the source; answers its folder. */
export function freshStore({ path, source }: SortFolder): string {
  const folder = join(path, 'store');
  rmSync(folder, { recursive: true, force: true });
  // The same file under a second name: nothing is copied.
  const object = pathOfKey(join(folder, 'objects'), SOURCE_KEY);
  mkdirSync(dirname(object), { recursive: true });
  linkSync(source, object);
  return folder;
}
