import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { asText, bundleOf, ofType, synthesise } from '../test/infra/synthesis.ts';
import { bundle } from '../tools/bundle.ts';
import type { Bench } from './support/bench.ts';
import { median, rounded } from './support/pairs.ts';

/** Fresh processes per bundle, after one that only warms the file cache. */
const PROCESSES = 7;
const LONGEST_LINE = 500;

/** What a process that imports nothing would import. */
const NOTHING = 'data:text/javascript,';

/**
 * The size of each function's bundle, and how long a fresh process takes to load it: from before its import to after,
 * with the function's own environment and without a compile cache. `baselineMs` is the same for a module without content.
 */
export const bundlesBench: Bench = async function* () {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-bundles-'));
  try {
    const environments = environmentsByBundle();
    const baselineMs = rounded(median(loadTimes(NOTHING, {})));
    for (const [name, bytes] of Object.entries(await bundle(folder))) {
      const file = pathToFileURL(join(folder, name, 'index.mjs')).href;
      const loadMs = rounded(median(loadTimes(file, environments.get(name) ?? {})));
      yield { bench: 'bundles', name, bytes, loadMs, baselineMs };
    }
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** What each function finds in its environment once it is deployed; names that are made then are placeholders. */
function environmentsByBundle(): Map<string, Record<string, string>> {
  const lambdas = ofType(synthesise(), 'AWS::Lambda::Function');
  return new Map(
    lambdas.map((lambda) => {
      const { Environment, MemorySize } = lambda.Properties;
      const variables = { ...Environment.Variables, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: MemorySize };
      return [
        bundleOf(lambda),
        Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, asText(value)])),
      ];
    }),
  );
}

function loadTimes(module: string, environment: Record<string, string>): number[] {
  const script = `const startedAt = performance.now(); await import(${JSON.stringify(module)}); console.log(performance.now() - startedAt); process.exit();`;
  const run = () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: {
        ...environment,
        AWS_REGION: 'us-east-1',
        AWS_ACCESS_KEY_ID: 'bench',
        AWS_SECRET_ACCESS_KEY: 'bench',
        NODE_DISABLE_COMPILE_CACHE: '1',
      },
    });
    // Node quotes the line that failed, which in a minified bundle is as long as the file.
    const told = stderr.split('\n').filter((line) => line.length < LONGEST_LINE);
    if (status !== 0) throw new Error(`${module} cannot be loaded:\n${told.join('\n')}`);
    return Number(stdout);
  };
  run();
  return Array.from({ length: PROCESSES }, run);
}
