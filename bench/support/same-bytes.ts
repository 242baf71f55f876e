import { open } from 'node:fs/promises';
import type { ObjectStore } from '../../functions/shared/domain/object-store.ts';

const STEP_BYTES = 16 * 1024 * 1024;

/** @throws Error if the object and the file differ */
export async function expectSameBytes(store: ObjectStore, key: string, path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if ((await store.head(key))?.size !== size) throw new Error('The sorted file has a wrong size.');
    const expected = Buffer.alloc(STEP_BYTES);
    for (let start = 0; start < size; start += STEP_BYTES) {
      const { bytesRead } = await file.read(expected, 0, STEP_BYTES, start);
      const found = await store.read(key, { start, end: start + bytesRead });
      if (!expected.subarray(0, bytesRead).equals(found))
        throw new Error(`The sorted file differs after byte ${start}.`);
    }
  } finally {
    await file.close();
  }
}
