import { afterEach, expect, jest, test } from '@jest/globals';
import { intend } from '../../../../functions/people/domain/sign-in.ts';
import { ADDED_BY_OPERATOR, type SignIn } from '../../../../functions/people/domain/sign-in-account.ts';
import type { User } from '../../../../functions/people/domain/user.ts';
import { workThroughSignIns } from '../../../../functions/people/use-cases/sign-in/work-through-sign-ins.ts';
import { FakeDirectory } from '../../../support/fake-directory.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const START = new Date('2026-11-30T12:00:00Z').getTime();
const RUN_MS = 60_000;

const userOf = (id: string): User => ({
  ...{ id, username: id, fullName: id, email: `${id}@example.com`, crmId: null, groupId: null, teamIds: [] },
  ...{ language: 'en', timeZone: 'Etc/UTC', status: 'active', signIn: ADDED_BY_OPERATOR, createdAt: '' },
});

/** Pending invitations in memory, and a clock that only the worker's pauses move. */
function world(count: number) {
  let now = START;
  let heldUntil = 0;
  const clock = { now: () => new Date(now) };
  const users = new Map(
    Array.from({ length: count }, (_, index) => `u${String(index).padStart(4, '0')}`).map((id) => [
      id,
      intend(userOf(id), 'invite', clock.now(), 'worker'),
    ]),
  );
  const directory = new FakeDirectory();
  const begun: number[] = [];
  const pending = () => [...users.values()].filter(({ signIn }) => signIn.pending);
  const ports = {
    clock,
    directory,
    sleep: async (milliseconds: number) => {
      begun.push(now);
      now += milliseconds;
    },
    users: { read: async ({ userId }: { userId: string }) => ({ value: users.get(userId) as User, revision: 1 }) },
    pendingSignIns: {
      async list({ limit, after = '' }: { limit: number; after: string | undefined }) {
        const found = pending().filter(({ id }) => id > after);
        const items = found.slice(0, limit).map(({ id }) => ({ userId: id, dueAt: new Date(START) }));
        const next = found.length > limit ? items.at(-1)?.userId : undefined;
        return { items, ...(next !== undefined && { next }) };
      },
      async complete({ value }: { value: User }, signIn: SignIn) {
        users.set(value.id, { ...value, signIn });
        return 'written' as const;
      },
      forget: async () => undefined,
      async acquire(from: Date, until: Date) {
        if (heldUntil > from.getTime()) return false;
        heldUntil = until.getTime();
        return true;
      },
      async release() {
        heldUntil = 0;
      },
    },
  };
  return {
    directory,
    begun,
    pending,
    hold: (milliseconds: number) => {
      heldUntil = now + milliseconds;
    },
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    run: () => workThroughSignIns(ports as never, RUN_MS),
  };
}

test('begins at most 20 acts in any second, and goes through every page', async () => {
  const { run, begun, directory, pending } = world(250);
  await run();
  expect(directory.acts).toHaveLength(250);
  expect(pending()).toEqual([]);
  const mostInASecond = Math.max(
    ...begun.map((start) => begun.filter((other) => other >= start && other < start + 1000).length),
  );
  expect(mostInASecond).toBe(20);
});

test('ends in time, and the next run does what is left', async () => {
  const { run, directory, pending } = world(1300);
  await run();
  expect(directory.acts.length).toBeLessThanOrEqual(1200);
  await run();
  expect(pending()).toEqual([]);
  expect(directory.acts).toHaveLength(1300);
});

test('leaves the list to a worker that is at work', async () => {
  const { run, hold, directory } = world(3);
  hold(1000);
  await run();
  expect(directory.acts).toEqual([]);
});

test('reports an act that has not been carried out for half an hour', async () => {
  const { run, directory, wait } = world(1);
  const lines: object[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
  for (const minutes of [29, 1]) {
    wait(minutes * 60_000);
    directory.failures.set('find', new Error('unreachable'));
    await run();
  }
  expect(lines).toMatchObject([{ message: 'sign-in.stuck', level: 'ERROR', ageSeconds: 1_800 }]);
});
