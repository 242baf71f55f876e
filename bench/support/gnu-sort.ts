import { spawnSync } from 'node:child_process';

/** Sorts a file as the sort stage must; answers the seconds that it took. @throws Error where GNU sort is missing. */
export function gnuSort(source: string, target: string, temporaryFolder: string): number {
  const started = performance.now();
  const options = ['-r', '-S', '256M', '-T', temporaryFolder, '-o', target, source];
  const { status, error } = spawnSync('sort', options, { env: { ...process.env, LC_ALL: 'C' }, stdio: 'inherit' });
  if (error || status !== 0) throw new Error('GNU sort failed or is not installed', { cause: error });
  return (performance.now() - started) / 1000;
}

/** Waits until the disk has what was written before, so that the next measurement does not pay for it. */
export function settleDisk(): void {
  spawnSync('sync');
}
