import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { asText, bundleOf, ofType, synthesise } from '../../test/infra/synthesis.ts';
import { bundle, lambdaEntries } from '../../tools/bundle.ts';

/** The bundle of the bare DynamoDB client. */
export const BARE_CLIENT = 'bare-client';

const LONGEST_LINE = 500;

/** Bundles of the functions and of the bare client, made as for deployment. */
export interface LoadedBundles {
  readonly names: readonly string[];
  bytesOf(name: string): number;
  /** Milliseconds of processor time in which a fresh process imports the bundle, without a compile cache. */
  load(name: string): Promise<number>;
}

/** Bundles the functions with these plugins, passes them to `work`, and removes them. */
export async function* withBundles<Line>(
  plugins: readonly Plugin[],
  work: (bundles: LoadedBundles) => AsyncIterable<Line>,
): AsyncIterable<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-bundles-'));
  try {
    const entries = { ...lambdaEntries(), [BARE_CLIENT]: 'bench/support/bare-client.ts' };
    const bytes = await bundle(folder, entries, plugins);
    const environments = environmentsByBundle();
    const load = async (name: string) => loadTime(join(folder, name, 'index.mjs'), environments.get(name) ?? {});
    yield* work({ names: Object.keys(bytes), bytesOf: (name) => bytes[name] ?? 0, load });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The environment variables of each function as deployed, with placeholders for names that the deployment makes. */
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

function loadTime(file: string, environment: Readonly<Record<string, string>>): number {
  const url = JSON.stringify(pathToFileURL(file).href);
  // Elapsed time also depends on other load of the machine: here it varies by half, processor time by a fifth.
  const script = `const before = process.cpuUsage(); await import(${url}); const { user, system } = process.cpuUsage(before); console.log((user + system) / 1000); process.exit();`;
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
  // Node quotes the line that failed; in a minified bundle that is the whole file.
  const message = stderr.split('\n').filter((line) => line.length < LONGEST_LINE);
  if (status !== 0) throw new Error(`${file} cannot be loaded:\n${message.join('\n')}`);
  return Number(stdout);
}
