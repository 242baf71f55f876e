import { createReadStream } from 'node:fs';
import { appendFile, copyFile, writeFile } from 'node:fs/promises';

/** Makes `target` of the files one after the other. They stay, so that a run that was cut off can be done again. */
export async function concatenate(paths: readonly string[], target: string): Promise<void> {
  const [first, ...others] = paths;
  await (first === undefined ? writeFile(target, '') : copyFile(first, target));
  for (const path of others) await appendFile(target, createReadStream(path, { highWaterMark: 1024 * 1024 }));
}
