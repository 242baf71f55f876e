import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs the CDK's command line in the project and returns its exit code. */
export function cdk(...args: readonly string[]): number {
  const { status } = spawnSync('cdk', args, {
    cwd: root,
    // cdk.json runs plain `node`, which must be the Node of this process.
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
    stdio: 'inherit',
  });
  return status ?? 1;
}
