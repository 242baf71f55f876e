import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Import } from '../../../../functions/imports/domain/import.ts';
import type { Lease } from '../../../../functions/imports/domain/lifecycle/lease.ts';
import { stuckSeconds } from '../../../../functions/imports/domain/lifecycle/queue-health.ts';
import type { HeldTable, ImportRepository, WaitingTable } from '../../../../functions/imports/ports.ts';
import { type WatchPorts, watchQueues } from '../../../../functions/imports/use-cases/lifecycle/watch-queues.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const NOW = new Date('2026-11-22T12:00:00.000Z');
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000).toISOString();

const running = (change: Partial<Import> = {}): Import => ({
  importId: 'R',
  prefix: 'VOUCIM',
  fileName: 'a.csv',
  source: { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' },
  status: 'running',
  attempt: 1,
  fence: 3,
  createdAt: minutesAgo(500),
  startedAt: minutesAgo(400),
  ...change,
});

describe('a queue is stuck', () => {
  const idle = { since: minutesAgo(16), lastEndedAt: undefined };

  test('if its head has waited for over 15 minutes and nothing runs', () => {
    expect(stuckSeconds(idle, NOW)).toBe(960);
    expect(stuckSeconds({ ...idle, since: minutesAgo(15) }, NOW)).toBeUndefined();
    expect(stuckSeconds({ ...idle, lastEndedAt: minutesAgo(1) }, NOW)).toBeUndefined();
  });

  test('if the running import has shown no progress for over an hour', () => {
    const signs = (change: Partial<Import>, lastObjectAt?: string) => ({
      ...idle,
      running: { record: running(change), lastObjectAt },
    });
    expect(stuckSeconds(signs({}), NOW)).toBe(400 * 60);
    const progress = { stage: 'insert' as const, chunks: 9, startedAt: minutesAgo(90) };
    expect(stuckSeconds(signs({ progress }), NOW)).toBe(90 * 60);
    expect(stuckSeconds(signs({ progress }, minutesAgo(59)), NOW)).toBeUndefined();
    expect(stuckSeconds({ ...signs({ progress }), lastEndedAt: minutesAgo(5) }, NOW)).toBeUndefined();
  });
});

describe('watch-queues', () => {
  let lines: Array<Record<string, unknown>>;
  beforeEach(() => {
    lines = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  interface Table extends WaitingTable {
    readonly lease: Lease;
    readonly fails?: boolean;
  }

  /** @param held tables whose lease the index lists: `tables` has the lease of each */
  function world(tables: readonly Table[], record: Import = running(), held?: Iterable<HeldTable>) {
    const tableOf = (prefix: string) => tables.find((table) => table.prefix === prefix);
    const requested: string[] = [];
    const imports = {
      waitingTables: async () => (held === undefined ? [...tables] : []),
      heldTables: async function* () {
        yield* held ?? [];
      },
      readLease: async (prefix: string) => tableOf(prefix)?.lease,
      nextInQueue: async (prefix: string) => (tableOf(prefix)?.fails === undefined ? undefined : 'X'),
      find: async (importId: string) => {
        requested.push(importId);
        if (importId === 'X') throw new Error('out of order');
        return record;
      },
    } as unknown as ImportRepository;
    const store = new MemoryObjectStore();
    const list = jest.spyOn(store, 'list');
    const status = jest.fn(async () => 'running' as const);
    const workflow = { start: async () => {}, status };
    const ports: WatchPorts = { imports, store, workflow, clock: { now: () => NOW }, writeStepTimeoutSeconds: 240 };
    return { ports, requested, list, status };
  }

  const FREE: Lease = {
    importId: undefined,
    fence: 1,
    drainsUntil: undefined,
    lastEndedAt: undefined,
    lastWriter: undefined,
  };
  const HELD: Lease = { ...FREE, importId: 'R', fence: 3 };

  test('continues with the other tables when one fails, logs it, and fails at the end so that it is retried', async () => {
    const { ports, requested } = world([
      { prefix: 'AAAAAA', since: minutesAgo(20), lease: FREE, fails: true },
      { prefix: 'BBBBBB', since: minutesAgo(2), lease: FREE, fails: true },
    ]);
    await expect(watchQueues(ports)).rejects.toThrow(AggregateError);
    expect(requested).toEqual(['X', 'X']);
    expect(lines).toMatchObject([{ message: 'queue.stuck', prefix: 'AAAAAA', ageSeconds: 1200 }]);
  });

  test('reports an import that holds its table without progress, and none with progress', async () => {
    const stuck = world([{ prefix: 'VOUCIM', since: minutesAgo(100), lease: HELD, fails: false }]);
    await watchQueues(stuck.ports);
    expect(lines).toMatchObject([{ message: 'queue.stuck', prefix: 'VOUCIM', importId: 'R', ageSeconds: 24_000 }]);
    const working = world([{ prefix: 'VOUCIM', since: minutesAgo(100), lease: HELD, fails: false }]);
    jest.useFakeTimers({ now: NOW });
    await working.ports.store.put('work/VOUCIM/R/insert/7.json', '{}');
    jest.useRealTimers();
    await watchQueues(working.ports);
    expect(lines).toHaveLength(1);
  });

  test('lists no objects of an import that has shown a sign of life within the hour', async () => {
    const { ports, list } = world(
      [{ prefix: 'VOUCIM', since: minutesAgo(100), lease: HELD, fails: false }],
      running({ progress: { stage: 'insert', chunks: 9, startedAt: minutesAgo(30) } }),
    );
    await watchQueues(ports);
    expect(list).not.toHaveBeenCalled();
    expect(lines).toEqual([]);
  });

  test('reports no queue that has emptied meanwhile', async () => {
    await watchQueues(world([{ prefix: 'AAAAAA', since: minutesAgo(600), lease: FREE }]).ports);
    expect(lines).toEqual([]);
  });

  test('reports an import that holds its table and no longer works, though nothing waits for the table', async () => {
    const held = [{ prefix: 'VOUCIM', since: minutesAgo(400) }];
    const stuck = world([{ prefix: 'VOUCIM', since: '', lease: HELD }], running(), held);
    await watchQueues(stuck.ports);
    expect(stuck.status).toHaveBeenCalledTimes(1);
    expect(lines).toMatchObject([{ message: 'queue.stuck', prefix: 'VOUCIM', importId: 'R', ageSeconds: 24_000 }]);
  });

  test('reads a table that is in both lists once', async () => {
    const table = { prefix: 'VOUCIM', since: minutesAgo(2), lease: HELD, fails: false };
    const both = world([table], running({ startedAt: minutesAgo(1) }), [table]);
    both.ports.imports.waitingTables = async () => [table];
    await watchQueues(both.ports);
    expect(both.status).toHaveBeenCalledTimes(1);
  });

  test('reports no draining table as long as its drain and a quarter of an hour are not over', async () => {
    const draining = (minutes: number): Lease => ({
      ...HELD,
      drainsUntil: minutesAgo(minutes),
      lastEndedAt: minutesAgo(minutes),
    });
    for (const [minutes, count] of [
      [-4, 0],
      [14, 0],
      [16, 1],
    ] as const) {
      lines.length = 0;
      const table = { prefix: 'VOUCIM', since: minutesAgo(500), lease: draining(minutes), fails: false };
      const { ports } = world([table]);
      ports.imports.freeDrained = () => Promise.reject(new Error('out of order'));
      await watchQueues(ports).catch(() => undefined);
      expect(lines.filter(({ message }) => message === 'queue.stuck')).toHaveLength(count);
    }
  });

  test('reads no more than a thousand held leases', async () => {
    let read = 0;
    function* many(): Generator<HeldTable> {
      for (; read < 2_000; read += 1) yield { prefix: `T${read}`, since: minutesAgo(1) };
    }
    const { ports } = world([], running(), many());
    ports.imports.readLease = async () => FREE;
    await watchQueues(ports);
    expect(read).toBe(999);
  });
});
