import type * as z from 'zod';
import { ObjectMissing, type ObjectStore } from '../ports.ts';

/** Reads an object of JSON. @throws ObjectMissing */
export async function readJson<S extends z.ZodType>(store: ObjectStore, key: string, schema: S): Promise<z.output<S>> {
  const bytes = await store.read(key);
  return schema.parse(JSON.parse(Buffer.from(bytes).toString()));
}

export async function findJson<S extends z.ZodType>(
  store: ObjectStore,
  key: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  try {
    return await readJson(store, key, schema);
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

/**
 * Gives the object that is there, or makes it. Of two that make it at once, one wins and both go on with its object:
 * so whatever an import has once settled stays.
 */
export async function readOrMake<S extends z.ZodType>(
  store: ObjectStore,
  key: string,
  schema: S,
  make: () => Promise<z.input<S>>,
): Promise<z.output<S>> {
  const found = await findJson(store, key, schema);
  if (found !== undefined) return found;
  await store.create(key, JSON.stringify(await make()));
  return readJson(store, key, schema);
}

/** Reads at once; a step that gathers up to 2,000 results of the step before would else wait for each in turn. */
const READS_IN_FLIGHT = 32;

/** The results of all chunks of a stage, in their order. @throws ObjectMissing */
export async function readResults<S extends z.ZodType>(
  store: ObjectStore,
  count: number,
  keyOf: (chunk: number) => string,
  schema: S,
): Promise<Array<z.output<S>>> {
  const results: Array<z.output<S>> = [];
  for (let from = 0; from < count; from += READS_IN_FLIGHT) {
    const chunks = Array.from({ length: Math.min(READS_IN_FLIGHT, count - from) }, (_, at) => from + at);
    results.push(...(await Promise.all(chunks.map((chunk) => readJson(store, keyOf(chunk), schema)))));
  }
  return results;
}
