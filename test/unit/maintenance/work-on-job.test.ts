import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Job } from '../../../functions/maintenance/domain/job.ts';
import { FIRST_STAGE } from '../../../functions/maintenance/domain/job.ts';
import type { HeldJob, JobRepository, MaintainedTable } from '../../../functions/maintenance/ports.ts';
import {
  type DeletionPorts,
  deletionWork,
} from '../../../functions/maintenance/use-cases/delete-tables/deletion-stages.ts';
import { workOnJob } from '../../../functions/maintenance/use-cases/work-on-job.ts';
import type { Removal } from '../../../functions/shared/domain/removal.ts';

const CREATED_AT = '2026-12-01T08:00:00.000Z';
const MINUTE_MS = 60_000;
/** A worker that was killed holds its job for some minutes. */
const RUN_MINUTES = 6;

const KILLED = new Error('killed');

/** Kills the worker at a call: before it has an effect, or after. */
class Killer {
  #left: number;
  constructor(calls: number) {
    this.#left = calls;
  }
  async call<T>(act: () => T): Promise<T> {
    this.#step();
    const result = act();
    this.#step();
    return result;
  }
  /** Nothing that a worker does after it was killed has an effect. */
  #step(): void {
    if (this.#left === 0) return;
    if (this.#left === 1) throw KILLED;
    this.#left -= 1;
  }
}

interface World {
  readonly things: Map<string, string[]>;
  readonly closed: Map<string, MaintainedTable>;
  job: { held: HeldJob; heldUntil: string | undefined; isDue: boolean };
  now: number;
  killer: Killer;
  campaigns: string[];
}

const tableOf = (prefix: string): MaintainedTable => ({
  prefix,
  accountPrefix: 'BRI',
  shardCount: 2,
  publishedVersion: 1,
  isClosed: true,
});

function worldOf(contents: Readonly<Record<string, number>>, prefixes: readonly string[]): World {
  const job: Job = {
    ...{ jobId: 'j1', accountPrefix: 'BRI', kind: 'delete-tables', status: 'running', prefixes: [...prefixes] },
    ...{ createdAt: CREATED_AT, createdBy: 'u1', removed: [] },
  };
  const names = prefixes.flatMap((prefix) =>
    Object.entries(contents).map(([kind, count]): [string, string[]] => [
      `${prefix} ${kind}`,
      Array.from({ length: count }, (_, at) => `${at}`),
    ]),
  );
  return {
    things: new Map(names),
    closed: new Map(prefixes.map((prefix) => [prefix, tableOf(prefix)])),
    job: { held: { job, progress: FIRST_STAGE, person: undefined, heldUntil: '' }, heldUntil: undefined, isDue: true },
    now: Date.parse(CREATED_AT),
    killer: new Killer(0),
    campaigns: [],
  };
}

/** Removes three things a page; a page that is removed in part is found again. */
const removalOf = (world: World, kind: string): Removal => ({
  name: kind,
  page: ({ prefix }) =>
    world.killer.call(() => {
      const things = world.things.get(`${prefix} ${kind}`) ?? [];
      const page = things.slice(0, 3);
      if (page.length === 0) return undefined;
      return { counts: { [kind]: page.length }, range: JSON.stringify(page), position: 0 };
    }),
  async remove({ prefix }, range) {
    for (const thing of JSON.parse(range)) {
      await world.killer.call(() => {
        const left = world.things.get(`${prefix} ${kind}`) ?? [];
        world.things.set(
          `${prefix} ${kind}`,
          left.filter((other) => other !== thing),
        );
      });
    }
  },
});

function repositoryOf(world: World): JobRepository {
  const unused = async (): Promise<never> => {
    throw new Error('unused');
  };
  const store = (held: HeldJob, more: Partial<World['job']>) =>
    world.killer.call((): 'saved' | 'lost' => {
      if (world.job.heldUntil !== held.heldUntil) return 'lost';
      world.job = { ...world.job, held: structuredClone(held), ...more };
      return 'saved';
    });
  return {
    ...{ start: unused, startErasure: unused, find: unused, list: unused },
    reopenQueue: async () => {},
    due: () => world.killer.call(() => (world.job.isDue ? [world.job.held.job] : [])),
    take: (_, now, until) =>
      world.killer.call(() => {
        const { heldUntil, isDue } = world.job;
        if (!isDue || (heldUntil !== undefined && heldUntil >= now.toISOString())) return undefined;
        world.job.heldUntil = until.toISOString();
        return { ...structuredClone(world.job.held), heldUntil: until.toISOString() };
      }),
    save: (held) => store(held, {}),
    giveBack: async (held) => void (await store(held, { heldUntil: undefined })),
    release: (held) =>
      world.killer.call(() => {
        if (world.job.heldUntil === held.heldUntil) world.job.heldUntil = undefined;
      }),
    end: (held) => store(held, { heldUntil: undefined, isDue: false }),
  };
}

function portsOf(world: World, kinds: readonly string[]): DeletionPorts & { jobs: JobRepository } {
  return {
    tables: {
      find: (prefix) => world.killer.call(() => world.closed.get(prefix)),
      release: ({ prefix }) => world.killer.call(() => void world.closed.delete(prefix)),
      reopen: (tables) =>
        world.killer.call(() => {
          for (const { prefix } of tables) world.closed.set(prefix, { ...tableOf(prefix), isClosed: false });
        }),
    },
    uses: {
      campaigns: async () =>
        world.campaigns.map((id) => ({ kind: 'campaign', id, prefix: 'ONE', name: id, reason: 'Used.' })),
      imports: async () => [],
      schedules: async () => [],
    },
    indexJobs: { holdAndCheck: async () => 'free' },
    removals: kinds.map((kind) => removalOf(world, kind)),
    jobs: repositoryOf(world),
    clock: { now: () => new Date(world.now) },
  };
}

/** One worker, for four minutes. */
async function runWorker(ports: ReturnType<typeof portsOf>): Promise<void> {
  const now = ports.clock.now();
  const end = new Date(now.getTime() + 4 * MINUTE_MS);
  for (const id of await ports.jobs.due()) {
    const held = await ports.jobs.take(id, now, end);
    if (held) await workOnJob(ports, held, await deletionWork(ports, held.job), end);
  }
}

/** Runs workers, each killed at the given call or not at all, until the job has ended. */
async function runToEnd(world: World, kinds: readonly string[], kills: readonly number[]): Promise<void> {
  for (const kill of [...kills, ...Array.from({ length: 5 }, () => 0)]) {
    world.killer = new Killer(kill);
    // A worker that is killed tells nobody, so its error has no effect.
    await runWorker(portsOf(world, kinds)).catch((error: unknown) => expect(error).toBe(KILLED));
    world.now += RUN_MINUTES * MINUTE_MS;
  }
}

describe('the deletion of CRM tables', () => {
  test('removes and counts everything once, wherever its workers are killed', async () => {
    const runs = Number(process.env.MAINTENANCE_RUNS ?? 300);
    const contents = fc.record({ customers: fc.nat(11), events: fc.nat(7), files: fc.nat(5) });
    await fc.assert(
      fc.asyncProperty(
        contents,
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }),
        async (counts, kills) => {
          const world = worldOf(counts, ['ONE', 'TWO']);
          await runToEnd(world, Object.keys(counts), kills);
          expect([...world.things.values()].flat()).toEqual([]);
          expect(world.closed.size).toBe(0);
          const { status, removed, remains } = world.job.held.job;
          const expected = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
          const isAny = Object.keys(expected).length > 0;
          const listed = isAny ? ['ONE', 'TWO'].map((prefix) => ({ prefix, counts: expected })) : [];
          expect({ status, removed }).toEqual({ status: 'completed', removed: listed });
          expect(remains?.[0]).toContain('35 days');
        },
      ),
      { numRuns: runs },
    );
  });

  test('removes nothing before requests and imports that began earlier have ended', async () => {
    const world = worldOf({ customers: 4 }, ['ONE']);
    await runWorker(portsOf(world, ['customers']));
    expect(world.things.get('ONE customers')).toHaveLength(4);
    expect(world.job.held.job.waitsFor).toContain('come to their end');
    world.now += 65_000;
    await runWorker(portsOf(world, ['customers']));
    expect(world.job.held.job).toMatchObject({ status: 'completed', endedAt: '2026-12-01T08:01:05.000Z' });
  });

  test('does not take place if a campaign has come to use a table in the same moment, and opens the tables again', async () => {
    const world = worldOf({ customers: 4 }, ['ONE', 'TWO']);
    world.campaigns = ['City breaks'];
    await runToEnd(world, ['customers'], []);
    expect(world.job.held.job).toMatchObject({
      status: 'rejected',
      blockers: [{ kind: 'campaign', id: 'City breaks' }],
    });
    expect([...world.closed.values()].map(({ isClosed }) => isClosed)).toEqual([false, false]);
    expect(world.things.get('TWO customers')).toHaveLength(4);
  });

  test('has its stages in the same places for every worker, also after a table is gone', async () => {
    const world = worldOf({}, ['ONE', 'TWO']);
    const ports = portsOf(world, ['customers']);
    const namesNow = async () =>
      (await deletionWork(ports, world.job.held.job)).stages.map(({ name, prefix }) => [name, prefix]);
    const before = await namesNow();
    world.closed.delete('ONE');
    expect(await namesNow()).toEqual(before);
  });
});
