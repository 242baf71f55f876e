import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';

const base = mkdtempSync(join(tmpdir(), 'memory-folder-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const module = new URL('../../../tools/memory-folder.ts', import.meta.url).href;

/** The folder as another process sees it, with the number of folders while that process runs. */
function folderOf(parent: string, neededBytes: number): { readonly folder?: string; readonly while: number } {
  const script = `import { memoryFolder } from '${module}';
    import { readdirSync } from 'node:fs';
    const folder = memoryFolder(${JSON.stringify(parent)}, ${neededBytes});
    console.log(JSON.stringify({ folder, while: folder ? readdirSync(${JSON.stringify(parent)}).length : 0 }));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

test('exists until the process exits', () => {
  const { folder = '', while: count } = folderOf(base, 1);
  expect(folder.startsWith(join(base, 'switchboard-'))).toBe(true);
  expect(count).toBe(1);
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(base)).toEqual([]);
});

test('is absent where there is no such file system, or too little space', () => {
  const { bavail, bsize } = statfsSync(base);
  expect(folderOf(join(base, 'missing'), 1)).toEqual({ while: 0 });
  expect(folderOf(base, bavail * bsize * 2)).toEqual({ while: 0 });
});

test('of a process that was killed is removed by the next one, and that of a running process is not', () => {
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const names = [`switchboard-${process.pid}-abc`, `switchboard-${ended}-abc`, 'other'];
  for (const name of names) mkdirSync(join(base, name));
  folderOf(base, 1);
  expect(readdirSync(base).sort()).toEqual([names[0], 'other'].sort());
});
