import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Rejection } from '../../../../functions/imports/domain/sort/resolve.ts';
import type { SortedIndex } from '../../../../functions/imports/domain/sort/sorted-index.ts';
import type { SortJob } from '../../../../functions/imports/use-cases/sort/sort-job.ts';
import { UploadGone } from '../../../../functions/shared/domain/object-store.ts';
import { failingObjectStore, StoreFailure } from '../../../support/failing-object-store.ts';
import { MemoryObjectStore } from '../../../support/memory-object-store.ts';
import { runSort, sortJob } from '../../../support/sort-job.ts';

const SOURCE = Array.from({ length: 60 }, (_, n) => `TEST_${(n * 37) % 23},"a\n""b""",${n}\n`).join('');
const SORTED_OBJECTS = /\.sidecar$|\.frames$|\.samples$|\/scan\/|\/resolved\/|\/run\/|\/cut\/|\/index\/|sorted\.txt$/;

/** Runs the stage again and again until nothing fails, as the attempts of an import do. */
async function runUntilDone(job: SortJob): Promise<SortedIndex | { readonly rejection: Rejection }> {
  for (;;) {
    try {
      return await runSort(job);
    } catch (error) {
      if (!(error instanceof StoreFailure || error instanceof UploadGone)) throw error;
    }
  }
}

/** The results of the stage, without upload ids. */
async function objectsOf(job: SortJob): Promise<Record<string, string>> {
  const objects: Record<string, string> = {};
  for (const prefix of ['work/', 'imports/']) {
    for await (const { key } of job.store.list(prefix)) {
      if (SORTED_OBJECTS.test(key)) objects[key] = Buffer.from(await job.store.read(key)).toString('latin1');
    }
  }
  return objects;
}

describe('the sort stage, cut off at any call', () => {
  test('leaves the same objects when it is run again', async () => {
    const clean = await sortJob(new MemoryObjectStore(60), SOURCE);
    const index = await runSort(clean);
    const expected = await objectsOf(clean);
    expect(Object.keys(expected).length).toBeGreaterThan(40);
    // Calls between one failure and the next; after the last one all calls succeed.
    const failures = fc.array(
      fc.record({
        after: fc.nat(150),
        when: fc.constantFrom('before' as const, 'after' as const),
        loses: fc.boolean(),
      }),
      {
        maxLength: 8,
      },
    );
    await fc.assert(
      fc.asyncProperty(failures, async (planned) => {
        const memory = new MemoryObjectStore(60);
        const job = await sortJob(memory, SOURCE);
        let failed = 0;
        let calls = 0;
        const store = failingObjectStore(memory, () => {
          const next = planned[failed];
          if (!next || calls < next.after) {
            calls += 1;
            return 'never';
          }
          failed += 1;
          calls = 0;
          if (next.loses) memory.abortUploads();
          return next.when;
        });
        expect(await runUntilDone({ ...job, store })).toEqual(index);
        expect(await objectsOf(job)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  test('answers its results without reading the source again', async () => {
    const store = new MemoryObjectStore(60);
    const job = await sortJob(store, SOURCE);
    const index = await runSort(job);
    store.delete(job.source.key);
    expect(await runSort(job)).toEqual(index);
  });
});
