import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { lockHolder, tryLock, unlock, withLock } from '../../../../local/cloud/lock.ts';
import { temporaryFolder } from '../../../support/local/function-fixture.ts';

describe('a lock file', () => {
  test('is held once at a time', () => {
    const file = join(temporaryFolder(), 'lock');
    expect(tryLock(file)).toBe(true);
    expect(tryLock(file)).toBe(false);
    expect(lockHolder(file)).toBe(process.pid);
    unlock(file);
    expect(tryLock(file)).toBe(true);
  });

  test('of an ended process, or of a process id that was reused, can be taken', () => {
    const file = join(temporaryFolder(), 'lock');
    const { pid } = spawnSync(process.execPath, ['-e', '0']);
    for (const stale of [`${pid} 1`, `${process.pid} 1`, '']) {
      writeFileSync(file, stale);
      expect(tryLock(file)).toBe(true);
    }
  });

  test('is waited for', async () => {
    const file = join(temporaryFolder(), 'lock');
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(name);
      await new Promise((resolve) => setTimeout(resolve, 10));
      order.push(name);
    };
    await Promise.all([withLock(file, work('a')), withLock(file, work('b'))]);
    expect(order).toEqual(['a', 'a', 'b', 'b']);
    expect(existsSync(file)).toBe(false);
  });
});
