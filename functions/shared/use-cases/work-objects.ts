import type * as z from 'zod';
import { ObjectMissing, type ObjectStore } from '../domain/object-store.ts';
import { parseStored } from '../domain/stored.ts';

/**
 * The result of an earlier step, or of an earlier attempt of this one; undefined without one.
 * @throws UnreadableRecord
 */
export async function findResult<S extends z.ZodType>(
  store: ObjectStore,
  key: string,
  schema: S,
): Promise<z.output<S> | undefined> {
  const text = await findText(store, key);
  return text === undefined ? undefined : parseStored(schema, JSON.parse(text));
}

async function findText(store: ObjectStore, key: string): Promise<string | undefined> {
  try {
    return Buffer.from(await store.read(key)).toString();
  } catch (error) {
    if (error instanceof ObjectMissing) return undefined;
    throw error;
  }
}

const missing = (key: string) => new Error(`The object ${key} is not there: an earlier step has not finished`);

/** The text of an object that an earlier step must have written. @throws Error when it is missing */
export async function readText(store: ObjectStore, key: string): Promise<string> {
  const text = await findText(store, key);
  if (text === undefined) throw missing(key);
  return text;
}

/** The result that an earlier step must have written. @throws Error when it is missing */
export async function readResult<S extends z.ZodType>(
  store: ObjectStore,
  key: string,
  schema: S,
): Promise<z.output<S>> {
  const found = await findResult(store, key, schema);
  if (found === undefined) throw missing(key);
  return found;
}

/**
 * Returns the stored object, or creates it. Of two concurrent creations one succeeds, and both callers use its object:
 * so a stored decision never changes.
 */
export async function readOrMake<S extends z.ZodType>(
  store: ObjectStore,
  key: string,
  schema: S,
  make: () => Promise<z.input<S>>,
): Promise<z.output<S>> {
  const found = await findResult(store, key, schema);
  if (found !== undefined) return found;
  const made = JSON.stringify(await make());
  if ((await store.create(key, made)) === 'created') return schema.parse(JSON.parse(made));
  return readResult(store, key, schema);
}

/** Concurrent reads: a step that collects up to 2,000 results must not wait for each in turn. */
const READS_IN_FLIGHT = 32;

/** Reads an object for each item, several concurrently; results are in the order of the items. */
export async function inFlight<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += READS_IN_FLIGHT) {
    results.push(...(await Promise.all(items.slice(from, from + READS_IN_FLIGHT).map(read))));
  }
  return results;
}

/** The results of all chunks of a stage, in order. @throws Error when one is missing */
export async function readResults<S extends z.ZodType>(
  store: ObjectStore,
  count: number,
  keyOf: (chunk: number) => string,
  schema: S,
): Promise<Array<z.output<S>>> {
  const chunks = Array.from({ length: count }, (_, chunk) => chunk);
  return inFlight(chunks, (chunk) => readResult(store, keyOf(chunk), schema));
}
