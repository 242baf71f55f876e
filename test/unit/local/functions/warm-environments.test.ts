import { describe, expect, test } from '@jest/globals';
import { stepEnvironments } from '../../../../local/cloud/compute.ts';
import { WarmEnvironments, type WarmSettings } from '../../../../local/functions/warm-environments.ts';

class Environment {
  readonly config;
  usable = true;

  constructor(name: string) {
    this.config = { name, arn: '', codeDir: '', handler: '', memoryMb: 128, timeoutSeconds: 3, environment: {} };
  }

  kill(): void {
    this.usable = false;
  }
}

function warmWith(settings: Partial<WarmSettings>) {
  return new WarmEnvironments<Environment>({ resident: new Set(), maxIdle: 4, maxIdleMs: 60_000, ...settings });
}

/** Runs each function in turn, `atOnce` invocations of it at the same time, and counts those that find no warm environment. */
function coldStarts(warm: WarmEnvironments<Environment>, names: readonly string[], atOnce: number): number {
  let cold = 0;
  for (const name of names) {
    const taken = Array.from({ length: atOnce }, () => warm.take(name));
    cold += taken.filter((environment) => environment === undefined).length;
    for (const environment of taken) warm.keep(environment ?? new Environment(name));
  }
  return cold;
}

describe('warm environments', () => {
  test('are reused last in, first out, unless they have ended', () => {
    const warm = warmWith({});
    const [first, second, third] = [new Environment('a'), new Environment('a'), new Environment('a')];
    for (const environment of [first, second, third]) warm.keep(environment);
    third.kill();
    expect(warm.take('a')).toBe(second);
    expect(warm.take('a')).toBe(first);
    expect(warm.take('a')).toBeUndefined();
  });

  test('of functions that are called in turn are one each, however many were used at once', () => {
    const names = ['a', 'b', 'c', 'd'];
    const warm = warmWith({ maxIdle: 6 });
    coldStarts(warm, names, 3);
    for (let round = 0; round < 3; round += 1) expect(coldStarts(warm, names, 1)).toBe(0);
  });

  test('are all found again by imports that run the same steps at once, if the pool is as large as that takes', () => {
    const names = Array.from({ length: 16 }, (_, index) => `step-${index}`);
    const warm = warmWith({ maxIdle: stepEnvironments(names.length, 3, 24e9) });
    expect(coldStarts(warm, names, 3)).toBe(48);
    expect(coldStarts(warm, names, 3)).toBe(0);
  });

  test('of a resident function are not displaced by steps', () => {
    const warm = warmWith({ resident: new Set(['api', 'live']), maxIdle: 2 });
    coldStarts(warm, ['api', 'live'], 1);
    coldStarts(warm, ['a', 'b', 'c', 'd'], 3);
    expect(coldStarts(warm, ['api', 'live'], 1)).toBe(0);
  });

  test('end after their time, resident ones, too', async () => {
    const warm = warmWith({ resident: new Set(['api']), maxIdleMs: 5 });
    const environment = new Environment('api');
    warm.keep(environment);
    await new Promise((resolve) => setTimeout(resolve, 10));
    warm.evict();
    expect(environment.usable).toBe(false);
  });
});

test.each([
  ['as many as can run at once', 16, 3, 24e9, 48],
  ['what a quarter of the memory holds', 16, 12, 16e9, 50],
  ['one of each step at least', 16, 3, 2e9, 16],
])('the pool of steps has %s', (_, steps, slots, memoryBytes, expected) => {
  expect(stepEnvironments(steps, slots, memoryBytes)).toBe(expected);
});
