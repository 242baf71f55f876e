import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { inFlight } from '../../../functions/customers/domain/in-flight.ts';

describe('work in flight', () => {
  test('runs so many at once', async () => {
    let running = 0;
    let most = 0;
    await inFlight(4, async () => {
      running += 1;
      most = Math.max(most, running);
      await turn();
      running -= 1;
    });
    expect(most).toBe(4);
  });

  test('after a failure the others stop, and it is thrown when the last has ended', async () => {
    let ended = 0;
    let number = 0;
    const run = inFlight(3, async (stopped) => {
      number += 1;
      if (number === 2) throw new Error('first');
      while (!stopped()) await turn();
      await turn();
      ended += 1;
      throw new Error('second');
    });
    await expect(run).rejects.toThrow('first');
    expect(ended).toBe(2);
  });
});
