import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';
import { consoleHash } from '../../../local/synth/source-hash.ts';

const sources = join(import.meta.dirname, '../../src');
const LONGEST_PAGE = 150;
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const textOf = (file: string): string => readFileSync(join(sources, file), 'utf8');

test('only the client, the session and the configuration send requests', () => {
  const senders = files.filter((file) => /\bfetch\(|XMLHttpRequest|sendBeacon/.test(textOf(file)));
  expect(senders).toContain('shared/api/client.ts');
  expect(senders.filter((file) => !/^shared\/(api\/|session\/|config\.ts$)/.test(file))).toEqual([]);
});

test('a page is shorter than 150 lines', () => {
  const pages = files.filter((file) => file.endsWith('-page.tsx'));
  expect(pages.length).toBeGreaterThan(5);
  expect(pages.filter((file) => textOf(file).split('\n').length >= LONGEST_PAGE)).toEqual([]);
});

test('a change of what the build is configured with makes a new build', () => {
  const web = join(sources, '..');
  const imported = [...readFileSync(join(web, 'vite.config.ts'), 'utf8').matchAll(/from '\.\/([^']+)'/g)];
  expect(imported.length).toBeGreaterThan(1);
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  for (const [, file = ''] of imported) {
    const path = join(root, 'web', file);
    mkdirSync(dirname(path), { recursive: true });
    const before = consoleHash(root);
    writeFileSync(path, 'changed');
    expect(consoleHash(root)).not.toBe(before);
  }
  rmSync(root, { recursive: true });
});

test('a change of the rules that the console shares with the API makes a new build', () => {
  const root = mkdtempSync(join(tmpdir(), 'sources-'));
  const rules = textOf('shared/value-rules.ts');
  const shared = [...rules.matchAll(/from '(?:\.\.\/)+(functions\/[^']+)'/g)];
  expect(shared.length).toBeGreaterThan(1);
  for (const [, file = ''] of shared) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    const before = consoleHash(root);
    writeFileSync(join(root, file), 'changed');
    expect(consoleHash(root)).not.toBe(before);
  }
  rmSync(root, { recursive: true });
});
