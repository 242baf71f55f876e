// Makes a release from a clean checkout: runs every check, moves the entries under "Unreleased" in CHANGELOG.md to the
// version, raises the package's version, commits and tags. The workflow "Release" publishes a pushed tag:
//   npm run release -- 0.2.0 [--dry-run]
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { releaseChangelog, sectionOf } from './release/changelog.ts';
import { isLater } from './release/version.ts';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const PackageSchema = z.looseObject({ version: z.string() });
const LockfileSchema = z.looseObject({
  version: z.string(),
  packages: z.looseObject({ '': z.looseObject({ version: z.string() }) }),
});

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} failed with exit code ${status}.`);
  return stdout.trim();
}

function checkTree(version: string): void {
  const changes = run('git', 'status', '--porcelain');
  if (changes !== '') throw new Error(`There are uncommitted changes. Commit or remove them first:\n${changes}`);
  if (run('git', 'tag', '--list', `v${version}`) !== '')
    throw new Error(`The tag v${version} exists already. Choose a later version.`);
}

function checkAll(): void {
  const { status } = spawnSync(process.execPath, ['tools/check.ts'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error('A check failed, so nothing was released.');
}

function writeVersion(version: string): void {
  const asFile = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const lockfile = LockfileSchema.parse(JSON.parse(read('package-lock.json')));
  const packages = { ...lockfile.packages, '': { ...lockfile.packages[''], version } };
  writeFileSync(
    join(root, 'package.json'),
    asFile({ ...PackageSchema.parse(JSON.parse(read('package.json'))), version }),
  );
  writeFileSync(join(root, 'package-lock.json'), asFile({ ...lockfile, version, packages }));
}

function release(version: string, isDryRun: boolean): void {
  const { version: current } = PackageSchema.parse(JSON.parse(read('package.json')));
  if (!isLater(version, current))
    throw new Error(`${version} is not later than ${current}, the version in package.json.`);
  const changelog = releaseChangelog(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
  if (!isDryRun) checkTree(version);
  console.log(`Version ${version}, after ${current}:\n\n${sectionOf(changelog, version)}\n`);
  if (isDryRun) {
    console.log('This was a dry run: nothing was changed.');
    return;
  }
  checkAll();
  writeFileSync(join(root, 'CHANGELOG.md'), changelog);
  writeVersion(version);
  run(
    'git',
    'commit',
    '--quiet',
    '--message',
    `Release ${version}`,
    '--',
    'CHANGELOG.md',
    'package.json',
    'package-lock.json',
  );
  run('git', 'tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
  console.log(`Committed and tagged. To publish the release: git push --follow-tags`);
}

try {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { 'dry-run': { type: 'boolean' } } });
  const [version = '', ...others] = positionals;
  if (version === '' || others.length > 0) throw new Error('Give one version: npm run release -- 0.2.0 [--dry-run]');
  release(version, values['dry-run'] ?? false);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
