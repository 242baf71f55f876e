import { describe, expect, test } from '@jest/globals';
import { cancelFlagKey, importKeys } from '../../../../functions/imports/domain/import-keys.ts';
import {
  CancelWatch,
  ImportCancelled,
  isCancelled,
  stopIfCancelled,
  unlessCancelled,
} from '../../../../functions/imports/use-cases/work/cancel-watch.ts';
import type { ImportContext } from '../../../../functions/imports/use-cases/work/import-context.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const FLAG = cancelFlagKey({ prefix: 'VOUCIM', importId: 'X', fence: 3 });

function context(fence = 3) {
  const store = new MemoryObjectStore();
  const looks: string[] = [];
  const head = store.head.bind(store);
  store.head = (key) => {
    looks.push(key);
    return head(key);
  };
  const plan = { prefix: 'VOUCIM', importId: 'X' };
  const opened = { store, plan, keys: importKeys('VOUCIM', 'X', 'a.csv'), fence } as unknown as ImportContext;
  return { store, looks, opened };
}

/** A clock that advances by this many milliseconds at each call. */
function clockOf(stepMs: number) {
  let time = 0;
  return {
    now: () => {
      time += stepMs;
      return new Date(time);
    },
  };
}

const flushed = () => new Promise((resolve) => setImmediate(resolve));

describe('the flag of a cancelled import', () => {
  test('counts for the run under its fence, and for no other', async () => {
    const { store, opened } = context();
    await store.put(FLAG, '{}');
    expect(await isCancelled(opened)).toBe(true);
    expect(await isCancelled({ ...opened, fence: 4 })).toBe(false);
    await expect(stopIfCancelled(opened)).rejects.toThrow(ImportCancelled);
    await stopIfCancelled({ ...opened, fence: 4 });
  });

  test('prevents the start of work', async () => {
    const { store, opened } = context();
    const done: number[] = [];
    await unlessCancelled(opened, async () => done.push(1));
    await store.put(FLAG, '{}');
    await unlessCancelled(opened, async () => done.push(2));
    expect(done).toEqual([1]);
  });
});

describe('a worker', () => {
  test('polls it every two seconds of its work, not at every record', async () => {
    const { looks, opened } = context();
    const watch = new CancelWatch(opened, clockOf(1));
    for (let record = 0; record < 10_000; record += 1) expect(watch.shouldContinue()).toBe(true);
    await flushed();
    expect(looks).toEqual([FLAG, FLAG, FLAG, FLAG, FLAG]);
    expect(watch.hasStopped).toBe(false);
  });

  test('takes no more records once it has seen it, and reports that some were left', async () => {
    const { store, opened } = context();
    const watch = new CancelWatch(opened, clockOf(2000));
    await store.put(FLAG, '{}');
    expect(watch.shouldContinue()).toBe(true);
    await flushed();
    expect(watch.hasStopped).toBe(false);
    expect([watch.shouldContinue(), watch.shouldContinue()]).toEqual([false, false]);
    expect(watch.hasStopped).toBe(true);
  });

  test('continues while the bucket does not answer, and sees the flag later', async () => {
    const { store, opened } = context();
    const watch = new CancelWatch(opened, clockOf(2000));
    const { head } = store;
    store.head = () => Promise.reject(new Error('SlowDown'));
    expect(watch.shouldContinue()).toBe(true);
    await flushed();
    store.head = head;
    await store.put(FLAG, '{}');
    expect(watch.shouldContinue()).toBe(true);
    await flushed();
    expect(watch.shouldContinue()).toBe(false);
  });
});
