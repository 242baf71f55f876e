// Allows one installation at a time in this checkout. Plain JavaScript for Node 20, because no package is installed yet.
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

const POLL_INTERVAL_MS = 100;
/** An installation takes a minute. After this time the process id in the lock belongs to another program. */
const LONGEST_INSTALLATION_MS = 15 * 60_000;

/**
 * Runs `work` while this process holds the lock file, after waiting for the process that holds it now.
 * @param onWait called once with the id of that process
 */
export function withInstallLock(file, work, onWait) {
  if (!tryLock(file)) {
    onWait(holderOf(file));
    do sleep(POLL_INTERVAL_MS);
    while (!tryLock(file));
  }
  try {
    return work();
  } finally {
    rmSync(file, { force: true });
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function tryLock(file) {
  removeIfStale(file);
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // Creates the whole file with its content, or fails: no process reads a lock without an id.
    linkSync(own, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Renames before it removes: of several processes that find the lock stale, one does so. */
function removeIfStale(file) {
  try {
    const isOld = Date.now() - statSync(file).mtimeMs > LONGEST_INSTALLATION_MS;
    if (!isOld && isAlive(holderOf(file))) return;
    renameSync(file, `${file}.stale.${process.pid}`);
    rmSync(`${file}.stale.${process.pid}`, { force: true });
  } catch {
    // There is no lock.
  }
}

function holderOf(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user may not be signalled, but it lives.
    return error.code === 'EPERM';
  }
}
