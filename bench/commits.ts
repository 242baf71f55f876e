import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, RangedLine, UsageLine } from './support/bench.ts';
import { CommitCloud, type ImportUsage, type TimedRun } from './support/commit-run.ts';
import { median, rangedLine } from './support/pairs.ts';

const ROWS = 20_000;
const PAIRS = 9;
const ROOT = join(import.meta.dirname, '..');

/**
 * The same two imports in the embedded cloud of this checkout and of another commit, in turn: ratios of processor time and
 * elapsed time, this checkout to the commit, and each import's usage of DynamoDB, Step Functions and S3.
 * If the commit has other packages than this checkout, they are installed.
 */
export const commitsBench: Bench = async function* ({ rows = ROWS, commit = 'HEAD~1' }) {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-commit-'));
  const checkout = join(folder, 'checkout');
  git('worktree', 'add', '--detach', checkout, commit);
  try {
    await addPackages(checkout);
    const baseline = await CommitCloud.start(checkout, rows);
    const value = await CommitCloud.start(ROOT, rows);
    const runs = await runInTurn(value, baseline);
    await value.stop();
    await baseline.stop();
    yield lineOf('processor', runs, (run) => run.processorSeconds);
    yield lineOf('elapsed', runs, (run) => run.seconds);
    yield usageLine('fresh', runs, 0);
    yield usageLine('changed', runs, 1);
  } finally {
    git('worktree', 'remove', '--force', checkout);
    await rm(folder, { recursive: true, force: true });
  }
};

interface RunPair {
  readonly value: TimedRun;
  readonly baseline: TimedRun;
}

/** The first to run alternates, so that other load of the machine affects both. */
async function runInTurn(value: CommitCloud, baseline: CommitCloud): Promise<RunPair[]> {
  const pairs: RunPair[] = [];
  for (let index = 0; index < PAIRS; index += 1) {
    if (index % 2 === 0) pairs.push({ baseline: await baseline.run(), value: await value.run() });
    else pairs.push({ value: await value.run(), baseline: await baseline.run() });
  }
  return pairs;
}

function lineOf(name: string, pairs: readonly RunPair[], secondsOf: (run: TimedRun) => number): RangedLine {
  const seconds = pairs.map(({ value, baseline }) => ({ value: secondsOf(value), baseline: secondsOf(baseline) }));
  return rangedLine(`commits.${name}`, 's', seconds);
}

function usageLine(file: string, pairs: readonly RunPair[], index: number): UsageLine {
  const medianUsage = (runs: readonly TimedRun[]) => usageOf(runs.flatMap(({ imports }) => imports[index] ?? []));
  return {
    bench: `commits.${file}`,
    value: medianUsage(pairs.map(({ value }) => value)),
    baseline: medianUsage(pairs.map(({ baseline }) => baseline)),
  };
}

/** Medians over the runs: retries and the choice of the read method by a sample make units differ a little. */
function usageOf(imports: readonly ImportUsage[]): ImportUsage {
  const of = (name: keyof ImportUsage) => median(imports.map((usage) => usage[name]));
  return {
    writeUnits: of('writeUnits'),
    readUnits: of('readUnits'),
    transitions: of('transitions'),
    s3Requests: of('s3Requests'),
    bytes: of('bytes'),
  };
}

async function addPackages(checkout: string): Promise<void> {
  const [own, other] = await Promise.all([ROOT, checkout].map((folder) => readFile(join(folder, 'package-lock.json'))));
  if (own?.equals(other ?? Buffer.of())) await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'));
  else run(checkout, 'npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund');
}

const git = (...words: readonly string[]): void => run(ROOT, 'git', ...words);

function run(cwd: string, command: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr}`);
}
