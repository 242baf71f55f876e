import { open, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { CliError } from '../errors.ts';
import { codeOf } from '../fault.ts';

/** The size of the file's beginning for the API's preview. */
export const PREVIEW_BYTES = 64 * 1024;

/** A file in the state at the command's start. */
export interface LocalFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** @param cwd the folder for relative names @throws CliError when the file is missing or empty */
export async function openFile(named: string, cwd: string): Promise<LocalFile> {
  const path = resolve(cwd, named);
  const found = await statIfThere(path);
  if (found === undefined) throw new CliError('file.missing', `The file ${path} does not exist.`);
  if (!found.isFile()) throw new CliError('file.no-file', `${path} is not a file.`);
  if (found.size === 0) throw new CliError('file.empty', `${path} is empty.`);
  return { path, name: basename(path), bytes: found.size, modifiedMs: found.mtimeMs };
}

/** @throws CliError when the file has changed since: parts of two versions would not fit together */
export async function checkUnchanged({ path, bytes, modifiedMs }: LocalFile): Promise<void> {
  const now = await statIfThere(path);
  if (now?.size === bytes && now.mtimeMs === modifiedMs) return;
  throw new CliError('file.changed', `${path} was modified during the upload. Nothing was imported.`, {
    advice: 'Run the command again when the file is complete.',
  });
}

/** The first bytes of the file, at most `most`. */
export async function readHead({ path }: LocalFile, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function statIfThere(path: string) {
  try {
    return await stat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}
