// `npm test` runs all checks of the project, group by group, up to the first check that fails.
// `npm test -- --unit` checks types and runs the tests that start no engine.
// `npm test -- <jest arguments>` runs jest alone, for instance `npm test -- test/unit/customers`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
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

/** Checks of one group run at the same time, as many as there are processors; a group begins when all before it have passed. */
type CheckGroup = readonly Check[];

const types: Check = {
  name: 'types',
  command: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
};

const consoleTypes: readonly Check[] = [
  { name: 'types of the console', command: ['tsc', '--project', 'web/tsconfig.json'] },
  { name: 'types of its tests', command: ['tsc', '--project', 'web/tsconfig.tests.json'] },
];

/** Checks that only read the sources, and that need no result of each other: the longest first. */
const sourceChecks: readonly Check[] = [
  { name: 'synthesis', command: ['node', 'tools/synth.ts'] },
  types,
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
  ...consoleTypes,
  { name: 'API description up to date', command: ['node', 'tools/openapi.ts', '--check'] },
];

const everyCheck: readonly CheckGroup[] = [
  sourceChecks,
  [{ name: 'tests', command: jest }],
  [{ name: 'journeys in a browser', command: ['node', 'tools/e2e.ts'] }],
];

/**
 * test/infra/unit-tests.test.ts fails if a test in these folders can reach an engine. Some of them wait for time-outs of
 * the real clock: on two cores a third worker shortens the run from 55 to 51 s. Tests that start engines get no third worker.
 */
const unitChecks: readonly CheckGroup[] = [
  [types, ...consoleTypes],
  [{ name: 'unit tests', command: [...jest, '--maxWorkers=3', 'test/unit', 'test/contract', 'web/test/unit'] }],
];

function checksFor(args: readonly string[]): readonly CheckGroup[] {
  if (args.length === 0) return everyCheck;
  if (args[0] === '--unit' && args.length === 1) return unitChecks;
  return [[{ name: 'tests', command: [...jest, ...args] }]];
}

/**
 * Runs a check to its end.
 * @param isAlone its output is shown at once; otherwise in one piece at its end, so that the outputs of two do not mix
 * @returns its exit status
 */
async function run({ name, command }: Check, isAlone: boolean): Promise<number> {
  const startedAt = performance.now();
  const [program = '', ...rest] = command;
  if (isAlone) console.log(`\n--- ${name}`);
  const child = spawn(program, rest, { cwd: root, env, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] });
  const output: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
  const ended = await once(child, 'close').catch((error: Error) => [1, error.message]);
  const [status, reason] = [ended[0] ?? 1, ended[1]];
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (!isAlone) process.stdout.write(`\n--- ${name}\n${Buffer.concat(output)}`);
  if (status === 0) console.log(`--- ${name}: passed in ${seconds} s`);
  else console.error(`--- ${name}: failed after ${seconds} s${reason ? ` (${reason})` : ''}`);
  return status;
}

/** @returns the first status that is not 0; after it no further check of the group begins */
async function runGroup(group: CheckGroup): Promise<number> {
  const waiting = [...group];
  let failed = 0;
  const takeTurns = async () => {
    for (let check = waiting.shift(); check !== undefined && failed === 0; check = waiting.shift()) {
      failed = (await run(check, group.length === 1)) || failed;
    }
  };
  await Promise.all(Array.from({ length: Math.min(group.length, availableParallelism()) }, takeTurns));
  return failed;
}

const groups = checksFor(process.argv.slice(2));
for (const group of groups) {
  const status = await runGroup(group);
  if (status !== 0) process.exit(status);
}
console.log(`\n${groups.flat().length} passed, 0 failed`);
