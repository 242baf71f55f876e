import { describe, expect, test } from '@jest/globals';
import { importKeys } from '../../../../functions/imports/domain/import-keys.ts';
import { measuredStage } from '../../../../functions/imports/domain/lifecycle/chunk-progress.ts';
import { writeStages } from '../../../../functions/imports/use-cases/stages/plan-writes.ts';
import { ChunkProgressWriter } from '../../../../functions/imports/use-cases/work/chunk-progress-writer.ts';
import type { ImportContext } from '../../../../functions/imports/use-cases/work/import-context.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';

const STAGE = { stage: 'update' as const, chunks: 4, records: 1000 };

describe('the progress of a stage', () => {
  test('counts the records of completed and running chunks, with rate and time left', () => {
    expect(measuredStage(STAGE, { chunksDone: 1, recordsInFlight: 50 }, 10)).toEqual({
      ...STAGE,
      chunksDone: 1,
      recordsDone: 300,
      recordsPerSecond: 30,
      secondsLeft: 24,
    });
  });

  test('is never more than the whole', () => {
    expect(measuredStage(STAGE, { chunksDone: 3, recordsInFlight: 900 }, 10).recordsDone).toBe(1000);
  });

  test('names no rate before anything is done, nor after the end', () => {
    expect(measuredStage(STAGE, { chunksDone: 0, recordsInFlight: 0 }, 10)).toEqual({
      ...STAGE,
      chunksDone: 0,
      recordsDone: 0,
    });
    expect(measuredStage(STAGE, { chunksDone: 4, recordsInFlight: 0 }, 10)).toEqual({
      ...STAGE,
      chunksDone: 4,
      recordsDone: 1000,
    });
  });

  test('is measured in chunks while the records are not counted', () => {
    const scan = { stage: 'scan' as const, chunks: 3 };
    expect(measuredStage(scan, { chunksDone: 2, recordsInFlight: 0 }, 10)).toEqual({ ...scan, chunksDone: 2 });
  });
});

test('the two writing stages each have their own chunks and records', () => {
  const pieces = (from: number, to: number) => [{ chunk: 0, from, to }];
  expect(writeStages({ inserts: [pieces(0, 5), pieces(5, 8)], updates: [pieces(0, 2)] })).toEqual({
    insert: { stage: 'insert', chunks: 2, records: 8 },
    update: { stage: 'update', chunks: 1, records: 2 },
  });
});

describe('the worker of a chunk', () => {
  function worker(stepMs: number) {
    const store = new MemoryObjectStore();
    const written: string[] = [];
    const put = store.put.bind(store);
    store.put = async (key, body) => {
      written.push(`${key} ${body}`);
      await put(key, body);
    };
    let time = 0;
    const clock = {
      now: () => {
        time += stepMs;
        return new Date(time);
      },
    };
    const context = { store, keys: importKeys('VOUCIM', 'X', 'a.csv') } as unknown as ImportContext;
    return { store, written, progress: new ChunkProgressWriter(context, clock, 'insert', 7) };
  }

  const pause = () => new Promise((resolve) => setImmediate(resolve));

  test('writes its progress every five seconds, not at every record', async () => {
    const { written, progress } = worker(10);
    for (let records = 0; records < 1600; records += 1) {
      progress.report(records);
      if (records % 100 === 99) await pause();
    }
    expect(written).toEqual([
      'work/VOUCIM/X/insert/7.progress.json {"records":499}',
      'work/VOUCIM/X/insert/7.progress.json {"records":999}',
      'work/VOUCIM/X/insert/7.progress.json {"records":1499}',
    ]);
  });

  test('continues if its progress cannot be written', async () => {
    const { store, written, progress } = worker(5000);
    const { put } = store;
    store.put = () => Promise.reject(new Error('SlowDown'));
    progress.report(1);
    await pause();
    store.put = put;
    progress.report(2);
    expect(written).toEqual(['work/VOUCIM/X/insert/7.progress.json {"records":2}']);
  });
});
