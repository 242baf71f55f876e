import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../local/cloud/lock.ts';

const GIBIBYTE = 1024 ** 3;
/** `switchboard-<process>-<random>` */
const NAME = /^switchboard-(\d+)-/;

/**
 * A new folder in the memory file system of Linux for the temporary files of this process, which removes it when it exits.
 * The embedded cloud waits for the disk at each write: in memory its tests take a fifth less time.
 * @param base the file system; a container often has a small one
 * @returns undefined where there is none, or not with as much space
 */
export function memoryFolder(base = '/dev/shm', neededBytes = 2 * GIBIBYTE): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(base);
    if (bavail * bsize < neededBytes) return undefined;
    removeAbandoned(base);
    const folder = mkdtempSync(join(base, `switchboard-${process.pid}-`));
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
    return folder;
  } catch {
    // Other systems have no such folder, or it cannot be written to.
    return undefined;
  }
}

/** A process that was killed has left its folder, which takes up memory. */
function removeAbandoned(base: string): void {
  for (const name of readdirSync(base)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(base, name), { recursive: true, force: true });
  }
}
