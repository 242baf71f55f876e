// `npm test`: every check of the project, one after the other; the first that fails ends the run.
// `npm test -- <jest arguments>` runs jest alone, for instance `npm test -- test/unit/customers`.
import { spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const bin = join(root, 'node_modules', '.bin');
// Every check, and whatever it starts, runs on the Node that runs this.
const env = {
  // What is under test logs for people who run it, not for those who test it.
  LOG_LEVEL: 'ERROR',
  ...process.env,
  PATH: [dirname(process.execPath), bin, process.env.PATH].join(delimiter),
};

const jest: readonly string[] = [
  process.execPath,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(root, 'node_modules/jest/bin/jest.js'),
];
const jestArguments = process.argv.slice(2);

const checks: ReadonlyArray<{ readonly name: string; readonly command: readonly string[] }> =
  jestArguments.length > 0
    ? [{ name: 'tests', command: [...jest, ...jestArguments] }]
    : [
        { name: 'types', command: ['tsc', '--noEmit'] },
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
          ],
        },
        { name: 'dead code', command: ['knip', '--no-progress'] },
        { name: 'API description up to date', command: ['node', 'tools/openapi.ts', '--check'] },
        { name: 'synthesis', command: ['node', 'tools/synth.ts'] },
        { name: 'tests', command: jest },
      ];

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
