import { describe, expect, test } from '@jest/globals';
import type { Import } from '../../../../functions/imports/domain/import.ts';
import { needsConfirmation } from '../../../../functions/imports/domain/lifecycle/confirmation.ts';
import {
  readDispatch,
  readResumption,
  readStartEvent,
} from '../../../../functions/imports/domain/lifecycle/start-event.ts';
import { FinishInputSchema } from '../../../../functions/imports/domain/workflow/payloads.ts';

test('events name a queue to move or an import to resume, and contain no other member', () => {
  expect(readDispatch({ dispatch: 'VOUCIM' })).toEqual({ dispatch: 'VOUCIM' });
  expect(readResumption({ resume: 'X' })).toEqual({ resume: 'X' });
  for (const other of [{ resume: 'X' }, { dispatch: '' }, { dispatch: 'A', resume: 'X' }, 'VOUCIM', null]) {
    expect(readDispatch(other)).toBeUndefined();
  }
});

describe('start-import reads each event by its kind', () => {
  const schedule = { scheduleId: 'S', prefix: 'VOUCIM', source: { kind: 'newest' } };
  const firing = { schedule, scheduledAt: '2026-11-22T11:00:00Z' };
  const source = { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' };
  const created = {
    time: '2026-11-22T11:00:00Z',
    detail: { bucket: { name: source.bucket }, object: { key: source.key, 'version-id': source.versionId } },
  };

  test.each([
    [{ resume: 'X' }, { kind: 'resume', importId: 'X' }],
    [{ dispatch: 'VOUCIM' }, { kind: 'dispatch', prefix: 'VOUCIM' }],
    [firing, { kind: 'schedule', firing }],
    [created, { kind: 'upload', arrival: { source, arrivedAt: new Date(created.time) } }],
  ])('%j', (event, read) => {
    expect(readStartEvent(event)).toEqual(read);
  });

  test('rejects any other event', () => {
    expect(() => readStartEvent({ dispatch: 'A', resume: 'X' })).toThrow();
  });
});

describe('the input of the last step', () => {
  const state = { importId: 'X', prefix: 'VOUCIM', fence: 1, plan: { accepted: true, chunks: [0] } };

  test('contains no cancellation if the import was not cancelled', () => {
    expect(FinishInputSchema.parse(state)).toEqual({ importId: 'X', prefix: 'VOUCIM', fence: 1 });
  });

  test('contains the error that the workflow caught when a step found the import cancelled', () => {
    const cancelled = { Error: 'ImportCancelled', Cause: '{}' };
    expect(FinishInputSchema.parse({ ...state, cancelled }).cancelled).toEqual(cancelled);
  });
});

describe('an import waits for a confirmation', () => {
  const estimate = (dollars: number) => ({ estimate: { dollars } as NonNullable<Import['estimate']> });

  test.each([
    ['over the limit', estimate(2), 1, true],
    ['not at the limit', estimate(1), 1, false],
    ['over a limit of nothing', estimate(0.01), 0, true],
    ['not without a limit', estimate(1_000), undefined, false],
    ['not without an estimate', {}, 0, false],
    ['not when as much was confirmed', { ...estimate(2), confirmedDollars: 2 }, 1, false],
    ['when less was confirmed', { ...estimate(2), confirmedDollars: 1.5 }, 1, true],
  ])('%s', (_, record, limit, waits) => {
    expect(needsConfirmation(record, limit)).toBe(waits);
  });
});
