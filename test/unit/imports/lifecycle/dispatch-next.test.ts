import { expect, jest, test } from '@jest/globals';
import type { Import } from '../../../../functions/imports/domain/import.ts';
import type { ImportRepository } from '../../../../functions/imports/ports.ts';
import { dispatchNext } from '../../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const QUEUED_AGAIN: Import = {
  importId: 'X',
  prefix: 'VOUCIM',
  fileName: 'a.csv',
  source: { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' },
  status: 'queued',
  attempt: 2,
  fence: 1,
  createdAt: '2026-11-22T11:00:00.000Z',
};

test('an import that failed and was queued again while its lease was read is started under a new lease', async () => {
  const leases = [
    { importId: 'X', fence: 1 },
    { importId: undefined, fence: 1 },
  ];
  const claim = jest.fn(async () => 'claimed' as const);
  const imports = {
    readLease: async () => ({ lastEndedAt: undefined, ...leases.shift() }),
    nextInQueue: async () => 'X',
    find: async () => QUEUED_AGAIN,
    claim,
  } as unknown as ImportRepository;
  const start = jest.fn(async () => {});
  const workflow = { start, status: async () => 'unknown' as const };
  const ports = { imports, workflow, store: new MemoryObjectStore(), clock: { now: () => new Date(0) } };
  await dispatchNext({ ...ports, writeStepTimeoutSeconds: 240 }, 'VOUCIM');
  expect(claim).toHaveBeenCalledTimes(1);
  expect(start.mock.calls).toEqual([['X-2', { importId: 'X', prefix: 'VOUCIM', fence: 2 }]]);
});
