// Bundles the functions and synthesises the templates, offline and without credentials; a finding of cdk-nag or of the
// template validation, a warning included, is an error:
//   node tools/synth.ts [arguments of cdk synth, e.g. -c stage=production]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

const root = join(import.meta.dirname, '..');

const startedAt = performance.now();
const sizes = Object.values(await bundle());
const bundledAt = performance.now();
const { status } = spawnSync('cdk', ['synth', '--quiet', '--strict', ...process.argv.slice(2)], {
  cwd: root,
  // cdk.json runs plain `node`, which has to be the one that runs this.
  env: {
    ...process.env,
    PATH: `${join(process.execPath, '..')}:${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  },
  stdio: 'inherit',
});
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
console.log(
  `${sizes.length} functions, the largest ${(Math.max(...sizes) / 1000).toFixed(0)} kB, bundled in ${seconds(bundledAt - startedAt)} s; ` +
    `synthesised in ${seconds(performance.now() - bundledAt)} s`,
);
process.exitCode = status ?? 1;
