import type { CallGate } from './import-world.ts';

/** Represents the death of a process. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/**
 * Kills the process at its `at`th call, counted from the first whose name matches `from`: before the call is made, or
 * before its answer is seen. Nothing passes later.
 */
export function killingGate(at: number, when: 'before' | 'after', from = /^/): CallGate {
  let calls = 0;
  let isDead = false;
  return async (name, call) => {
    if (calls > 0 || from.test(name)) calls += 1;
    if (isDead) throw new Killed();
    if (calls === at) {
      isDead = true;
      if (when === 'after') await call();
      throw new Killed();
    }
    const answer = await call();
    if (isDead) throw new Killed();
    return answer;
  };
}

/** A worker that hangs in the middle of its work, and continues long after it was given up. */
interface Sleeper {
  readonly gate: CallGate;
  /** Resolves when the worker hangs. */
  readonly asleep: Promise<void>;
  wake(): void;
}

/** Hangs at the `at`th call after the first whose name matches `from`. */
export function sleepingGate(at: number, from: RegExp): Sleeper {
  const sleep = Promise.withResolvers<void>();
  const awake = Promise.withResolvers<void>();
  let calls = -1;
  const gate: CallGate = async (name, call) => {
    if (calls >= 0 || from.test(name)) calls += 1;
    if (calls === at) {
      sleep.resolve();
      await awake.promise;
    }
    return call();
  };
  return { gate, asleep: sleep.promise, wake: () => awake.resolve() };
}

/** Hangs at every call whose name matches `calls`, from the `at`th on after the first whose name matches `from`. */
export function frozenGate(at: number, from: RegExp, calls: RegExp): Sleeper {
  const sleep = Promise.withResolvers<void>();
  const awake = Promise.withResolvers<void>();
  let isCounting = false;
  let counted = 0;
  const gate: CallGate = async (name, call) => {
    isCounting ||= from.test(name);
    if (isCounting && calls.test(name)) counted += 1;
    if (counted >= at && calls.test(name)) {
      sleep.resolve();
      await awake.promise;
    }
    return call();
  };
  return { gate, asleep: sleep.promise, wake: () => awake.resolve() };
}

/** Calls `act` once, before the `at`th call after the first whose name matches `from`, which waits for it. */
export function actingGate(at: number, from: RegExp, act: () => void | Promise<void>): CallGate {
  let calls = -1;
  return async (name, call) => {
    if (calls >= 0 || from.test(name)) calls += 1;
    if (calls === at) await act();
    return call();
  };
}
