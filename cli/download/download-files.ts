import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ResultFile } from '../api/imports.ts';
import { CliError } from '../errors.ts';
import { messageOf } from '../fault.ts';
import { type Patience, retrying } from '../retry.ts';
import { safeName } from './safe-name.ts';

/** A file of the API with its address; its size is compared where it is known. */
type Downloadable = Pick<ResultFile, 'name' | 'url'> & { readonly bytes?: number };

export interface Download {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

interface Settings {
  readonly folder: string;
  /** Replaces files of the same name. */
  readonly force: boolean;
  readonly patience: Patience;
}

/**
 * Downloads files into a folder.
 * @throws CliError that names the files that could not be downloaded
 */
export async function downloadFiles(
  files: readonly Downloadable[],
  { folder, force, patience }: Settings,
): Promise<Download[]> {
  const wanted = files.map((file) => ({ file, path: join(folder, safeName(file.name)) }));
  rejectToOverwrite(
    wanted.map(({ path }) => path),
    force,
  );
  await mkdir(folder, { recursive: true });
  const done: Download[] = [];
  for (const { file, path } of wanted) {
    const bytes = await retrying(
      patience,
      (error) => !(error instanceof CliError),
      () => fetchInto(file, path),
    ).catch((error: unknown) => {
      throw downloadFailure(file, error);
    });
    done.push({ name: file.name, path, bytes });
  }
  return done;
}

function rejectToOverwrite(paths: readonly string[], force: boolean): void {
  const twice = paths.find((path, at) => paths.indexOf(path) !== at);
  if (twice !== undefined) throw new CliError('download.same-name', `Two of the files would be stored as ${twice}.`);
  const there = force ? undefined : paths.find((path) => existsSync(path));
  if (there === undefined) return;
  throw new CliError('download.exists', `${there} already exists.`, {
    advice: 'Choose another folder, or replace existing files with --force.',
  });
}

/** Written under another name until it is complete: a broken download leaves no file that looks whole. */
async function fetchInto({ name, url, bytes }: Downloadable, path: string): Promise<number> {
  if (url === undefined) throw new CliError('download.no-address', `The API returned no address for ${name}.`);
  const response = await fetch(url);
  if (response.status === 403) {
    throw new CliError('download.address-ended', `The address of ${name} has expired.`, {
      advice: 'Run the command again.',
    });
  }
  if (!response.ok || response.body === null) throw new Error(`The store answered ${response.status}.`);
  const draft = `${path}.part`;
  try {
    const sink = createWriteStream(draft);
    await pipeline(Readable.fromWeb(response.body), sink);
    if (bytes !== undefined && sink.bytesWritten !== bytes)
      throw new Error(`${sink.bytesWritten} of ${bytes} bytes came.`);
    await rename(draft, path);
    return sink.bytesWritten;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function downloadFailure({ name }: Downloadable, error: unknown): CliError {
  if (error instanceof CliError) return error;
  return new CliError('download.failed', `${name} could not be downloaded: ${messageOf(error)}`);
}
