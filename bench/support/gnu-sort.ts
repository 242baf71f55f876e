import { spawnSync } from 'node:child_process';

/** Sorts a file in the order of the sort stage; returns the duration in seconds. @throws Error if GNU sort is missing */
export function gnuSort(source: string, target: string, temporaryFolder: string): number {
  const started = performance.now();
  const options = ['-r', '-S', '256M', '-T', temporaryFolder, '-o', target, source];
  const { status, error } = spawnSync('sort', options, { env: { ...process.env, LC_ALL: 'C' }, stdio: 'inherit' });
  if (error || status !== 0) throw new Error('GNU sort failed or is not installed', { cause: error });
  return (performance.now() - started) / 1000;
}

/** Flushes earlier writes to the disk, so that they do not slow the next measurement. */
export function syncDisk(): void {
  spawnSync('sync');
}
