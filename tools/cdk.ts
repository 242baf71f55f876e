import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs the CDK's command line in the project and answers its exit code. */
export function cdk(...args: readonly string[]): number {
  const { status } = spawnSync('cdk', args, {
    cwd: root,
    // cdk.json runs plain `node`, which has to be the one that runs this.
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
    stdio: 'inherit',
  });
  return status ?? 1;
}
