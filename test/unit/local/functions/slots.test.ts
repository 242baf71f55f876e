import { describe, expect, test } from '@jest/globals';
import { Slots } from '../../../../local/functions/slots.ts';

/** Takes slots by name and lists the admitted holders in order. */
function entrance(slots: Slots) {
  const entered: string[] = [];
  const take = async (name: string, urgent = false) => {
    void slots.take(urgent).then(() => entered.push(name));
    await new Promise(setImmediate);
  };
  return { take, entered };
}

describe('slots', () => {
  test('admit a fixed number, and the next when one is released', async () => {
    const slots = new Slots(2, 0);
    const { take, entered } = entrance(slots);
    for (const name of ['a', 'b', 'c', 'd']) await take(name);
    expect(entered).toEqual(['a', 'b']);
    slots.give();
    await new Promise(setImmediate);
    expect(entered).toEqual(['a', 'b', 'c']);
  });

  test('reserve some for urgent calls, which ordinary calls never take', async () => {
    const slots = new Slots(3, 1);
    const { take, entered } = entrance(slots);
    for (const name of ['a', 'b', 'c']) await take(name);
    await take('urgent 1', true);
    await take('urgent 2', true);
    expect(entered).toEqual(['a', 'b', 'urgent 1']);
    slots.give();
    await new Promise(setImmediate);
    expect(entered).toEqual(['a', 'b', 'urgent 1', 'urgent 2']);
    slots.give();
    await new Promise(setImmediate);
    expect(entered).toHaveLength(4);
    slots.give();
    await new Promise(setImmediate);
    expect(entered.at(-1)).toBe('c');
  });

  test('give urgent calls also the slots that ordinary calls leave free', async () => {
    const { take, entered } = entrance(new Slots(3, 1));
    for (const name of ['x', 'y', 'z', 'late']) await take(name, true);
    expect(entered).toEqual(['x', 'y', 'z']);
  });
});
