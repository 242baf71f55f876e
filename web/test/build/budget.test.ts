import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { Build } from './manifest.ts';

const root = join(import.meta.dirname, '../../..');
/** In kilobytes of 1,000 bytes after gzip, as the build tool and the networks count. */
const FIRST_JAVASCRIPT = 350;
const FIRST_CSS = 110;
const FURTHER_PAGE = 100;

let build: Build;

beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, ['tools/web.ts'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  build = new Build(join(root, 'web/dist'));
});

interface Figure {
  readonly name: string;
  readonly bytes: number;
  readonly most: number;
}

/** What exceeds its budget, for instance `src/accounts/account-page.tsx: 130 KB of 100`. */
function excess(figures: readonly Figure[]): string[] {
  return figures
    .map(({ name, bytes, most }) => ({ name, most, size: bytes / 1000 }))
    .filter(({ size, most }) => size > most)
    .map(({ name, size, most }) => `${name}: ${size.toFixed(1)} KB of ${most}`);
}

test('the shell and the first page keep their budget', () => {
  // The start page is no part of its own: it is in the first load.
  expect(build.pages).not.toContain('src/accounts/accounts-page.tsx');
  const { javascript, css } = build.sizesOf([build.entry]);
  const figures = [
    { name: 'JavaScript of the first load', bytes: javascript, most: FIRST_JAVASCRIPT },
    { name: 'CSS of the first load', bytes: css, most: FIRST_CSS },
  ];
  expect(excess(figures)).toEqual([]);
});

test('each further page keeps its budget', () => {
  expect(build.pages).toContain('src/accounts/account-page.tsx');
  const figures = build.pages.map((name) => {
    const { javascript, css } = build.sizesOf([name], build.entry);
    return { name, bytes: javascript + css, most: FURTHER_PAGE };
  });
  expect(excess(figures)).toEqual([]);
});
