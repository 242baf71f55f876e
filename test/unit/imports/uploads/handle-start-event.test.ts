import { expect, test } from '@jest/globals';
import type { StartEvent } from '../../../../functions/imports/domain/lifecycle/start-event.ts';
import { handleStartEvent } from '../../../../functions/imports/use-cases/uploads/handle-start-event.ts';

const KEY = 'uploads/VOUCIM/a.csv';
const SCHEDULE = { scheduleId: 'S', prefix: 'VOUCIM', source: { kind: 'key' as const, key: KEY } };
const EVENTS: [event: StartEvent, firstCall: unknown[]][] = [
  [{ kind: 'resume', importId: 'X' }, ['find', 'X']],
  [{ kind: 'dispatch', prefix: 'VOUCIM' }, ['readLease', 'VOUCIM']],
  [
    { kind: 'schedule', firing: { schedule: SCHEDULE, scheduledAt: '2026-11-22T11:00:00Z' } },
    ['find', expect.stringMatching(/^20261122T110000Z-/)],
  ],
  [
    { kind: 'upload', arrival: { source: { bucket: 'data', key: KEY, versionId: 'v1' }, arrivedAt: new Date(0) } },
    ['nameUpload', { bucket: 'data', key: KEY, versionId: 'v1' }],
  ],
];

/** Ports that end the use case at its first call, which identifies the use case. */
function firstCallOnly() {
  const calls: unknown[][] = [];
  const port = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...given: unknown[]) => {
          calls.push([name, ...given]);
          throw new Error('first call');
        },
    },
  );
  const ports = { imports: port, runs: port, clock: { now: () => new Date(0) } } as never;
  return { ports, calls };
}

test.each(EVENTS)('an event %j begins its use case', async (event, firstCall) => {
  const { ports, calls } = firstCallOnly();
  await expect(async () => handleStartEvent(ports, event)).rejects.toThrow('first call');
  expect(calls[0]?.slice(0, firstCall.length)).toEqual(firstCall);
});
