import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The rows of the table of typical changes: the change, and the paths that the row names. */
function changes(): { readonly change: string; readonly paths: string[] }[] {
  const section =
    read('docs/architecture.md')
      .split('\n## ')
      .find((each) => each.startsWith('Where a change goes')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(1).map((row) => ({
    change: row.split('|')[1]?.trim() ?? '',
    paths: [...row.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  }));
}

test('the README leads to docs/architecture.md, which says where at least ten typical changes go', () => {
  expect(read('README.md')).toContain('](docs/architecture.md)');
  expect(changes().length).toBeGreaterThanOrEqual(10);
});

test.each(changes())('$change: every file that the row names exists', ({ paths }) => {
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
