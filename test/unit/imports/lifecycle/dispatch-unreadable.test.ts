import { expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import type { Import } from '../../../../functions/imports/domain/import.ts';
import type { ImportRepository } from '../../../../functions/imports/ports.ts';
import { dispatchNext } from '../../../../functions/imports/use-cases/lifecycle/dispatch-next.ts';
import { parseStored } from '../../../../functions/shared/domain/stored.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const queued = (importId: string): Import => ({
  ...{ importId, prefix: 'VOUCIM', fileName: 'a.csv', status: 'queued', attempt: 1, fence: 0 },
  source: { bucket: 'data', key: 'uploads/VOUCIM/a.csv', versionId: 'v1' },
  createdAt: '2026-11-22T11:00:00.000Z',
});

const QUEUE = ['NEWER1', 'NEWER2', 'X'];

function portsWith(find: (importId: string) => Promise<Import | undefined>) {
  const start = jest.fn(async () => {});
  const imports = {
    readLease: async () => ({ importId: undefined, fence: 0, lastEndedAt: undefined }),
    nextInQueue: async (_: string, skipped: ReadonlySet<string>) => QUEUE.find((id) => !skipped.has(id)),
    find,
    claim: async () => 'claimed' as const,
  } as unknown as ImportRepository;
  const workflow = { start, status: async () => 'unknown' as const };
  const store = new MemoryObjectStore();
  const ports = { imports, workflow, store, clock: { now: () => new Date(0) }, writeStepTimeoutSeconds: 240 };
  return { start, ports };
}

test('imports that only a newer release can read wait in the queue, and the next one starts', async () => {
  const { start, ports } = portsWith(async (importId) =>
    importId === 'X' ? queued('X') : parseStored(z.never(), 'a form of a newer release'),
  );
  await dispatchNext(ports, 'VOUCIM');
  expect(start.mock.calls).toEqual([['X-1', { importId: 'X', prefix: 'VOUCIM', fence: 1 }]]);
});

test('a queue in which no import can be read starts nothing, and ends', async () => {
  const { start, ports } = portsWith(async () => parseStored(z.never(), 'a form of a newer release'));
  await dispatchNext(ports, 'VOUCIM');
  expect(start).not.toHaveBeenCalled();
});

test('an import that cannot be read for another reason is not passed over', async () => {
  const { ports } = portsWith(async () => {
    throw new Error('throttled');
  });
  await expect(dispatchNext(ports, 'VOUCIM')).rejects.toThrow('throttled');
});
