import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_INTERVAL_MS = 100;

/** The id of the running process that holds a lock file; undefined if none does. */
export function lockHolder(file: string): number | undefined {
  const [pid = '', startedAt = ''] = readOrNothing(file).split(' ');
  return pid !== '' && isAlive(Number(pid)) && startTime(Number(pid)) === startedAt ? Number(pid) : undefined;
}

/** Takes a lock file for this process unless another running process holds it. Returns whether it succeeded. */
export function tryLock(file: string): boolean {
  mkdirSync(dirname(file), { recursive: true });
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${startTime(process.pid)}`);
  try {
    return link(own, file) || (removeStale(file) && link(own, file));
  } finally {
    rmSync(own, { force: true });
  }
}

export function unlock(file: string): void {
  rmSync(file, { force: true });
}

/** Waits for the lock, then runs `work` while holding it. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!tryLock(file)) await sleep(POLL_INTERVAL_MS);
  try {
    return await work();
  } finally {
    unlock(file);
  }
}

/** A link is created atomically, with the process id already in the file. */
function link(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch {
    return false;
  }
}

function removeStale(file: string): boolean {
  if (lockHolder(file) !== undefined) return false;
  rmSync(file, { force: true });
  return true;
}

/** Whether there is a process of this id, of any user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be sent a signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Process ids are reused, almost always after a restart of a container; together with the start time they are unique. */
function startTime(pid: number): string {
  const afterName = readOrNothing(`/proc/${pid}/stat`).split(') ')[1] ?? '';
  return afterName.split(' ')[19] ?? '';
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
