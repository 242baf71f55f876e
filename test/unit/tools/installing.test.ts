import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../support/local/function-fixture.ts';

const TOOLS = join(import.meta.dirname, '../../../tools');

/** A fake `npm` that notes when it begins and ends, and removes node_modules first as `npm ci` does. */
const NPM = `#!/bin/sh
echo begin >> log
rm -rf node_modules
sleep 0.2
mkdir node_modules
[ -e fail ] && { rm fail; echo failed >> log; exit 1; }
echo end >> log
`;

function checkout(): string {
  const root = temporaryFolder();
  for (const name of ['node-24.mjs', 'install-lock.mjs']) cpSync(join(TOOLS, name), join(root, 'tools', name));
  mkdirSync(join(root, 'bin'));
  writeFileSync(join(root, 'bin', 'npm'), NPM, { mode: 0o755 });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  writeFileSync(join(root, 'log'), '');
  return root;
}

/** Exit code and messages of a process that installs missing packages. */
async function installIn(root: string): Promise<{ readonly code: unknown; readonly messages: string }> {
  const script = "import { installWhatIsMissing } from './tools/node-24.mjs'; installWhatIsMissing();";
  const env = { PATH: `${join(root, 'bin')}:${process.env.PATH}` };
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { cwd: root, env });
  const code = new Promise((resolve) => child.on('exit', resolve));
  return { messages: await text(child.stderr), code: await code };
}

const logOf = (root: string) => readFileSync(join(root, 'log'), 'utf8').trim().split('\n');

test('one of several processes installs the packages, and the others wait for it', async () => {
  const root = checkout();
  const all = await Promise.all([installIn(root), installIn(root), installIn(root)]);
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(logOf(root)).toEqual(['begin', 'end']);
  expect(all.filter(({ messages }) => messages.includes('Installing'))).toHaveLength(1);
});

test('a changed lockfile is installed once more, over a lock that a dead process has left', async () => {
  const root = checkout();
  await installIn(root);
  writeFileSync(join(root, 'package-lock.json'), '{ }');
  // No process has such an id: the kernel gives ids up to 4,194,304.
  writeFileSync(join(root, '.install.lock'), '4194305');
  expect(await installIn(root)).toMatchObject({ code: 0 });
  expect(logOf(root)).toEqual(['begin', 'end', 'begin', 'end']);
});

test('after a failed installation the next process installs', async () => {
  const root = checkout();
  writeFileSync(join(root, 'fail'), '');
  expect(await installIn(root)).toMatchObject({ code: 1, messages: expect.stringContaining('npm ci failed') });
  expect(await installIn(root)).toMatchObject({ code: 0 });
  expect(logOf(root)).toEqual(['begin', 'failed', 'begin', 'end']);
});
