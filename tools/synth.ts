// Bundles the functions, builds the console and synthesises the templates, offline and without credentials. A finding of
// cdk-nag or of the template validation is an error, including warnings:
//   node tools/synth.ts [arguments of cdk synth, e.g. -c stage=production]
import { bundleWhatChanged } from './bundle.ts';
import { cdk } from './cdk.ts';
import { buildConsole } from './web.ts';

const startedAt = performance.now();
const sizes = Object.values(await bundleWhatChanged());
const bundledAt = performance.now();
await buildConsole();
const builtAt = performance.now();
process.exitCode = cdk('synth', '--quiet', '--strict', ...process.argv.slice(2));

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
console.log(
  `${sizes.length} functions bundled in ${seconds(bundledAt - startedAt)} (the largest: ${Math.round(Math.max(...sizes) / 1000)} kB), ` +
    `console built in ${seconds(builtAt - bundledAt)}, synthesised in ${seconds(performance.now() - builtAt)}`,
);
