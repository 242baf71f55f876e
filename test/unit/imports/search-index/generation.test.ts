import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { keysOfBlock } from '../../../../functions/search/index.ts';
import { IndexWorld, Killed } from '../../../support/index-world.ts';
import { textField, voucim } from '../../../support/published-table.ts';
import { callIndexStep } from '../../../support/run-workflow.ts';

const SEARCHED = { search: true, insert: true, modify: true, result: false };
const TABLE = voucim({
  shardCount: 3,
  fields: [
    textField('P003', { flags: SEARCHED }),
    textField('P004', { flags: SEARCHED }),
    textField('P005', { type: 'telephone', flags: SEARCHED }),
    textField('P006', { type: 'email', flags: SEARCHED }),
    textField('P007'),
  ],
});

/** `INDEX_KILLS=1 npm test -- …` kills at each call instead of at each eleventh. */
const BETWEEN_KILLS = Number(process.env.INDEX_KILLS ?? 11);

let output: jest.SpiedFunction<typeof process.stdout.write>;
beforeAll(() => {
  output = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterAll(() => output.mockRestore());

function worldWith(customers: number): IndexWorld {
  const world = new IndexWorld(TABLE);
  for (let n = 0; n < customers; n += 1) {
    world.put(`C${n}`, {
      P003: `Smith ${n % 7}`,
      P004: `Jo-Ann O'Brien ${n}`,
      P005: `+44 20 7946 0${String(n).padStart(3, '0')}`,
      P006: `jo${n}@example.com`,
      P007: 'not searchable',
    });
  }
  return world;
}

function unlessKilled(error: unknown): void {
  const cause = error instanceof AggregateError ? error.cause : error;
  if (!(cause instanceof Killed)) throw error;
}

async function tick(world: IndexWorld, missing: readonly string[] = ['P003']): Promise<void> {
  await world.heads.require(world.prefix, world.table.version, missing);
  world.later(60);
}

describe('a job that writes a search index', () => {
  test('writes the entries of every customer that is not deleted, in blocks of at most 4,096 bytes', async () => {
    const world = worldWith(120);
    world.put('GONE', { P003: 'Deleted' }, '2026-11-29T08:00:00Z');
    await tick(world);
    await world.runDue();
    expect(world.expected().length).toBeGreaterThan(500);
    expect(await world.live()).toEqual(world.expected());
    const blocks = [...world.index.blocks.values()].flatMap((partition) => [...partition.values()]);
    for (const { PK, SK, body } of blocks) {
      expect(PK.length + Buffer.byteLength(SK) + body.length + 'PKSKb'.length).toBeLessThanOrEqual(4_096);
    }
    const sizes = blocks.map((block) => [...keysOfBlock(block)].length);
    expect(Math.max(...sizes)).toBeGreaterThan(10);
    expect(await world.heads.find(world.prefix)).toMatchObject({ missing: [], wanted: undefined, customers: 120 });
  });

  test('leaves an empty generation where no field is searchable', async () => {
    const world = worldWith(10);
    await tick(world);
    await world.runDue();
    world.table = voucim({ shardCount: 3, version: 2, fields: [textField('P003')] });
    await tick(world, []);
    await world.runDue();
    expect(await world.heads.find(world.prefix)).toMatchObject({ live: 2, entries: 0, wanted: undefined });
    world.later(301);
    await world.runDue();
    expect(world.index.generations()).toEqual([]);
  });

  test('may be killed at any call: the older generation stays complete until the flip, and the next attempt completes it', async () => {
    const whole = worldWith(8);
    await tick(whole);
    await whole.runDue();
    const calls = whole.calls;
    expect(calls).toBeGreaterThan(40);
    for (const when of ['before', 'after'] as const) {
      for (let at = 1; at <= calls; at += BETWEEN_KILLS) {
        const world = worldWith(8);
        await tick(world);
        await world.runDue();
        const before = world.expected();
        world.put('NEW', { P003: 'Newcomer' });
        await tick(world, []);
        world.killAt = { calls: world.calls + at, when };
        await world.runDue().catch(unlessKilled);
        expect([before, world.expected()]).toContainEqual(await world.live());
        world.killAt = undefined;
        for (let attempt = 0; attempt < 3; attempt += 1) {
          world.later(3_600);
          await world.runDue();
        }
        expect(await world.live()).toEqual(world.expected());
        const head = await world.heads.find(world.prefix);
        expect(head).toMatchObject({ wanted: undefined, missing: [], job: undefined, cleanDue: undefined });
        expect(world.index.generations()).toEqual([head.live]);
      }
    }
  }, 20_000);

  test('two at the same time: the one that began later becomes the live one, and the blocks of the other go', async () => {
    const world = worldWith(30);
    await tick(world);
    const first = { importId: 'A', prefix: world.prefix, fence: 1 };
    world.holder = 'A';
    const second = { importId: 'B', prefix: world.prefix, fence: 2 };
    await world.heads.mark(world.prefix, 'A', 1);
    await Promise.all([world.run(first), world.run(second)]);
    const head = await world.heads.find(world.prefix);
    expect(head.live).toBe(2);
    expect(head.marks).toEqual([]);
    expect(await world.live()).toEqual(world.expected());
    world.later(301);
    await world.runDue();
    expect(world.index.generations()).toEqual([2]);
  });

  test('deletes the single entries that it contains, and keeps those of edits during it', async () => {
    const world = worldWith(5);
    const at = world.now.getTime();
    await tick(world);
    await world.runDue();
    const { liveStartedAt = '' } = await world.heads.find(world.prefix);
    const started = Date.parse(liveStartedAt);
    world.index.singles.set(
      world.prefix,
      new Map([
        ['old', { at: at - 700_000, c: undefined }],
        ['perhaps before its customer', { at: started - 500_000, c: undefined }],
        ['later', { at: started + 1, c: undefined }],
      ]),
    );
    world.later(299);
    await world.runDue();
    expect(world.index.singles.get(world.prefix)?.size).toBe(3);
    world.later(2);
    await world.runDue();
    expect([...(world.index.singles.get(world.prefix)?.keys() ?? [])]).toEqual([
      'perhaps before its customer',
      'later',
    ]);
  });
});

describe('what is due', () => {
  test('an edit of the version before may still run: a generation begins half a minute after a publication', async () => {
    const world = worldWith(3);
    await world.heads.require(world.prefix, 1, ['P003']);
    world.later(29);
    await world.watch();
    expect(world.jobs.started.size).toBe(0);
    world.later(1);
    await world.watch();
    expect(world.jobs.started.size).toBe(1);
  });

  test('the customers of an import that goes on are not: they are when it no longer holds its table', async () => {
    const world = worldWith(3);
    await world.heads.mark(world.prefix, 'I', 4);
    world.holder = 'I';
    await world.watch();
    expect(world.jobs.started.size).toBe(0);
    world.holder = 'J';
    await world.runDue();
    expect(await world.heads.find(world.prefix)).toMatchObject({ live: 1, marks: [] });
  });

  test('the mark of a resumed import stays when a generation becomes live that began before', async () => {
    const world = worldWith(3);
    await world.heads.mark(world.prefix, 'I', 4);
    await world.watch();
    const [input] = [...world.jobs.started.values()];
    if (!input) throw new Error('No job has started');
    await callIndexStep(world.ports, 'PlanIndex', input);
    world.holder = 'I';
    await world.heads.mark(world.prefix, 'I', 5);
    await world.run(input);
    expect(await world.heads.find(world.prefix)).toMatchObject({ marks: ['I#5'] });
  });

  test('a job that has ended early is repeated after waits that double, and then begins again', async () => {
    const world = worldWith(3);
    await tick(world);
    await world.watch();
    const starts: string[] = [];
    for (let minute = 0; minute < 80; minute += 1) {
      for (const name of world.jobs.started.keys()) world.jobs.ended.add(name);
      world.later(60);
      await world.watch();
      starts.push(...[...world.jobs.started.keys()].slice(starts.length + 1).map((name) => `${minute + 1} ${name}`));
    }
    expect(starts.map((start) => Number(start.split(' ')[0]))).toEqual([1, 3, 7, 15, 31, 63, 64, 66, 70, 78]);
    expect(new Set(starts.map((start) => start.split('-').slice(0, -1).join('-').split(' ')[1])).size).toBe(2);
  });
});
