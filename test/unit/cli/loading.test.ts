import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { COMMANDS } from '../../../cli/program.ts';
import { FakeTerminal } from './support/fake-terminal.ts';

const CHECKOUT = join(import.meta.dirname, '../../..');

/** Modules that a command line loads, in a separate process. No program listens on the port. */
function loadedBy(...args: string[]): string[] {
  const preload = join(CHECKOUT, 'test/support/cli/print-loads.mjs');
  const main = join(CHECKOUT, 'cli/main.ts');
  const env = { PATH: process.env.PATH, SWITCHBOARD_DATA_DIR: mkdtempSync(join(tmpdir(), 'switchboard-')) };
  const { stderr } = spawnSync(process.execPath, ['--import', preload, main, ...args], { encoding: 'utf8', env });
  return [...stderr.matchAll(/^load (.+)$/gm)].map(([, url = '']) => url);
}

describe('the terminal', () => {
  test('loads only the command itself, its subcommands and no SDK for `tables`', () => {
    const loaded = loadedBy('tables', '--api', 'http://127.0.0.1:9');
    const commands = loaded.flatMap((url) => /\/cli\/commands\/(.+)\.ts$/.exec(url)?.[1] ?? []);
    expect(commands.sort((a, b) => a.localeCompare(b))).toEqual(['accept-table', 'host', 'propose-table', 'tables']);
    expect(loaded.filter((url) => /\/(@aws-sdk|@smithy|cli-progress)\//.test(url))).toEqual([]);
  });

  test.each(Object.keys(COMMANDS))('finds the command %s by its name', async (name) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run(name, '--help')).toBe(0);
    expect(terminal.printed).toContain(`Usage: switchboard ${name}`);
  });

  test('lists every command in its help', async () => {
    const terminal = new FakeTerminal();
    expect(await terminal.run('--help')).toBe(0);
    const listed = [...terminal.printed.matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(expect.arrayContaining(Object.keys(COMMANDS)));
  });

  test.each(['constructor', 'tabels'])('rejects the unknown command %s', async (name) => {
    const terminal = new FakeTerminal();
    expect(await terminal.run(name)).toBe(1);
    expect(terminal.noted).toContain(`unknown command '${name}'`);
  });
});
