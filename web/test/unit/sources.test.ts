import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

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
