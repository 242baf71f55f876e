import { describe, expect, test } from '@jest/globals';
import { embedded } from './support/embedded.ts';

const SCHEDULE = {
  scheduleId: 's1',
  prefix: 'VOUCIM',
  name: 'Every file',
  source: { kind: 'all-new' },
  when: { frequency: 'daily', time: '06:00' },
  timeZone: 'Europe/London',
  state: 'active',
  nextRuns: [],
  lastRun: null,
  missed: 0,
};

const run = (more: object) => ({ scheduledAt: '2026-12-01T06:00:00Z', importId: 'i1', status: 'completed', ...more });

/** The output of `schedule list` for one schedule. */
async function listed(schedule: object): Promise<string> {
  await using world = await embedded(() => ({ json: { items: [{ ...SCHEDULE, ...schedule }] } }));
  await world.terminal.run('schedule', 'list', '-t', 'VOUCIM');
  return world.terminal.printed;
}

describe('the files of a schedule', () => {
  test.each([
    ['--all-new', 'all-new'],
    ['--newest', 'newest'],
  ])('are selected by %s', async (flag, kind) => {
    await using world = await embedded(() => ({ status: 201, json: SCHEDULE }));
    const arguments_ = [
      'schedule',
      'add',
      'Every file',
      '-t',
      'VOUCIM',
      flag,
      '--daily',
      '06:00',
      '--time-zone',
      'UTC',
    ];
    expect(await world.terminal.run(...arguments_)).toBe(0);
    const [request] = world.api.requests('POST', '/crm-tables/VOUCIM/schedules');
    expect(request?.json.source).toEqual({ kind });
  });

  test.each([[['--all-new', '--newest']], [['--all-new', '--key', 'inbox/VOUCIM/a.csv']]])(
    'are selected by exactly one option: rejects %j',
    async (flags) => {
      await using world = await embedded(() => ({ status: 201, json: SCHEDULE }));
      expect(await world.terminal.run('schedule', 'add', 'x', '-t', 'VOUCIM', ...flags, '--daily', '06:00')).toBe(1);
      expect(world.terminal.noted).toContain('Give exactly one of --newest, --all-new, --key and --export.');
    },
  );

  test('are counted where a run passed over some, left some, or made several imports', async () => {
    const newest = await listed({ source: { kind: 'newest' }, lastRun: run({ imports: 1, passedOver: 2 }) });
    expect(newest).toContain('imports the newest file in inbox/VOUCIM/ into VOUCIM');
    expect(newest).toContain(
      '2 other files in inbox/VOUCIM/ never imported; a schedule with --all-new imports every new file',
    );
    const allNew = await listed({ lastRun: run({ imports: 100, remaining: 1 }) });
    expect(allNew).toContain('imports every new file in inbox/VOUCIM/, oldest first, into VOUCIM');
    expect(allNew).toContain('100 imports, the last one completed');
    expect(allNew).toContain('1 new file left to the next run');
    const plain = await listed({ lastRun: run({}) });
    expect(plain).not.toMatch(/other file|left to the next|imports,/);
  });
});
