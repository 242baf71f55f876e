import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { countsOf, TestCloud, TINY_LIMITS } from './test-cloud.ts';

jest.setTimeout(300_000);

const ROWS = 600;
const cloud = new TestCloud(TINY_LIMITS);

beforeAll(async () => {
  await cloud.boot();
  await cloud.publish('CUTOFF');
});
afterAll(() => cloud.remove());

describe('a cloud that is killed in the middle of an import', () => {
  test('goes on by itself after the restart, and nothing is lost or done twice', async () => {
    const lines = Array.from({ length: ROWS }, (_, n) => `CUTOFF_${n + 1},Ms,Ann,Example,,,,,,York,YO1 7HH,\n`);
    await cloud.upload('uploads/CUTOFF/rows.csv', lines.join(''));
    for (const stage of ['run', 'bulk-copy']) {
      await cloud.reached('CUTOFF', stage);
      await cloud.stop();
      await cloud.boot();
    }
    const [shown] = await cloud.ended('CUTOFF', 1);
    expect(shown && countsOf(shown)).toBe(`0/${ROWS}/0/0/${ROWS}`);

    await cloud.upload('uploads/CUTOFF/rows.csv', lines.join(''));
    const [, again] = await cloud.ended('CUTOFF', 2);
    expect(again && countsOf(again)).toBe(`0/0/${ROWS}/0/${ROWS}`);
  });
});
