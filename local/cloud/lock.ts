import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;

/** The id of the living process that holds a lock file; undefined when nobody does. */
export function lockHolder(file: string): number | undefined {
  const [pid = '', startedAt = ''] = readOrNothing(file).split(' ');
  return pid !== '' && isAlive(Number(pid)) && startTime(Number(pid)) === startedAt ? Number(pid) : undefined;
}

/** Takes a lock file for this process, unless another that lives holds it. Answers whether it did. */
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

/** Runs `work` while holding the lock; waits for whoever holds it now. */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  while (!tryLock(file)) await sleep(LOOK_EVERY_MS);
  try {
    return await work();
  } finally {
    unlock(file);
  }
}

/** A link is made whole or not at all, with the process's id already in it. */
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

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ids of processes are given again, after a restart of a container almost always: with the start time they are unique. */
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
