// `npm test` runs all checks of the project in turn, up to the first that fails.
// `npm test -- --unit` checks types and runs the tests that start no engine.
// `npm test -- <jest arguments>` runs jest alone, for instance `npm test -- test/unit/customers`.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { memoryFolder } from './memory-folder.ts';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
const temporaryFolder = process.env.TMPDIR ?? memoryFolder();
// Ctrl-C ends the check that runs, and this process after it, which removes its temporary folder.
process.on('SIGINT', () => {});
// All checks and their child processes run on the Node of this process.
const env = {
  // The logs of the code under test are for operators, not for developers who run tests.
  LOG_LEVEL: 'ERROR',
  ...(temporaryFolder !== undefined && { TMPDIR: temporaryFolder }),
  ...process.env,
  PATH: [dirname(process.execPath), bin, process.env.PATH].join(delimiter),
};

const jest: readonly string[] = [
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules/jest/bin/jest.js'),
];
interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const types: Check = {
  name: 'types',
  command: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
};

const consoleTypes: readonly Check[] = [
  { name: 'types of the console', command: ['tsc', '--project', 'web/tsconfig.json'] },
  { name: 'types of its tests', command: ['tsc', '--project', 'web/tsconfig.tests.json'] },
];

const everyCheck: readonly Check[] = [
  types,
  ...consoleTypes,
  { name: 'lint and format', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  {
    name: 'who may import whom',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'functions',
      'infra',
      'local',
      'bench',
      'tools',
      'cli',
      'web/src',
    ],
  },
  { name: 'dead code', command: ['knip', '--no-progress'] },
  { name: 'API description up to date', command: ['node', 'tools/openapi.ts', '--check'] },
  { name: 'synthesis', command: ['node', 'tools/synth.ts'] },
  { name: 'tests', command: jest },
  { name: 'journeys in a browser', command: ['node', 'tools/e2e.ts'] },
];

/**
 * test/infra/unit-tests.test.ts fails if a test in these folders can reach an engine. Some of them wait for time-outs of
 * the real clock: on two cores a third worker shortens the run from 55 to 51 s. Tests that start engines get no third worker.
 */
const unitChecks: readonly Check[] = [
  types,
  ...consoleTypes,
  { name: 'unit tests', command: [...jest, '--maxWorkers=3', 'test/unit', 'test/contract', 'web/test/unit'] },
];

function checksFor(args: readonly string[]): readonly Check[] {
  if (args.length === 0) return everyCheck;
  if (args[0] === '--unit' && args.length === 1) return unitChecks;
  return [{ name: 'tests', command: [...jest, ...args] }];
}

const checks = checksFor(process.argv.slice(2));

for (const { name, command } of checks) {
  const startedAt = performance.now();
  const [program = '', ...rest] = command;
  console.log(`\n--- ${name}`);
  const { status, error } = spawnSync(program, rest, { cwd: root, env, stdio: 'inherit' });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`--- ${name}: failed after ${seconds} s${error ? ` (${error.message})` : ''}`);
    process.exit(status ?? 1);
  }
  console.log(`--- ${name}: passed in ${seconds} s`);
}
console.log(`\n${checks.length} passed, 0 failed`);
