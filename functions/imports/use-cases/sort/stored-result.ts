import type * as z from 'zod';
import type { ObjectStore } from '../../ports.ts';
import { ObjectMissing } from '../../ports.ts';

/** A result that an earlier run of the same step left, or undefined. @throws ZodError when it is something else. */
export async function storedResult<T>(store: ObjectStore, key: string, schema: z.ZodType<T>): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(Buffer.from(await store.read(key)).toString()));
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

/** Keeps a result, unless another run of the same step was first; answers the one that stays. */
export async function keepResult<T>(store: ObjectStore, key: string, schema: z.ZodType<T>, result: T): Promise<T> {
  if ((await store.create(key, JSON.stringify(result))) === 'created') return result;
  return expectResult(store, key, schema);
}

/** A result that an earlier stage must have left. @throws Error when it is not there. */
export async function expectResult<T>(store: ObjectStore, key: string, schema: z.ZodType<T>): Promise<T> {
  const found = await storedResult(store, key, schema);
  if (found === undefined) throw new Error(`the result ${key} is not there: an earlier step has not finished`);
  return found;
}
