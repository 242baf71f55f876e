import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The part of an object that one file holds. */
interface Piece {
  readonly path: string;
  readonly size: number;
}

/** The files of an object: one, or, after an upload in parts, those of a folder. */
export interface StoredObject {
  readonly pieces: readonly Piece[];
  readonly size: number;
  readonly modifiedMs: number;
}

export async function findObject(path: string): Promise<StoredObject | undefined> {
  const found = await orUndefined(stat(path), 'ENOENT');
  if (!found) return undefined;
  const { mtimeMs: modifiedMs } = found;
  if (!found.isDirectory()) return { pieces: [{ path, size: found.size }], size: found.size, modifiedMs };
  const names = (await readdir(path)).sort((a, b) => Number(a) - Number(b));
  const paths = names.map((name) => join(path, name));
  const pieces = await Promise.all(paths.map(async (part) => ({ path: part, size: (await stat(part)).size })));
  return { pieces, size: pieces.reduce((total, { size }) => total + size, 0), modifiedMs };
}

/** Reads an object from `start` until `target` is full or the object ends. @returns the number of bytes read */
export async function readObject({ pieces }: StoredObject, target: Uint8Array, start: number): Promise<number> {
  let done = 0;
  let pieceStart = 0;
  for (const { path, size } of pieces) {
    const from = start + done - pieceStart;
    if (from < size && done < target.length) done += await readPiece(path, target.subarray(done), from);
    pieceStart += size;
  }
  return done;
}

/** Makes an object of files, in their order, without copying a byte; `folder` is where they are gathered first. */
export async function joinFiles(paths: readonly string[], folder: string, target: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [index, path] of paths.entries()) await rename(path, join(folder, `${index + 1}`));
  await rm(target, { recursive: true, force: true });
  await rename(folder, target);
}

async function readPiece(path: string, target: Uint8Array, start: number): Promise<number> {
  const file = await open(path);
  try {
    let done = 0;
    while (done < target.length) {
      const { bytesRead } = await file.read(target, done, target.length - done, start + done);
      if (bytesRead === 0) break;
      done += bytesRead;
    }
    return done;
  } finally {
    await file.close();
  }
}

/** @returns undefined when the file operation fails with this code */
export async function orUndefined<T>(work: Promise<T>, code: string): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error && typeof error === 'object' && 'code' in error && error.code === code) return undefined;
    throw error;
  }
}
