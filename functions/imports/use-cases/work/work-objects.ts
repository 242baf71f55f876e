import type * as z from 'zod';
import { parseStored } from '../../../shared/domain/stored.ts';
import { ObjectMissing, type ObjectStore } from '../../ports.ts';

/** What an earlier step, or an earlier run of this one, left; undefined if nothing. @throws UnreadableRecord */
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

/** The text of what an earlier step must have left. @throws Error when it is not there */
export async function readText(store: ObjectStore, key: string): Promise<string> {
  const text = await findText(store, key);
  if (text === undefined) throw missing(key);
  return text;
}

/** What an earlier step must have left. @throws Error when it is not there */
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
 * Gives the object that is there, or makes it. Of two that make it at once, one wins and both go on with its object:
 * so whatever an import has once settled stays.
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

/** Reads at once; a step that gathers up to 2,000 results of the step before would else wait for each in turn. */
const READS_IN_FLIGHT = 32;

/** Reads an object for each of the items, several at once; the answers have the items' order. */
export async function inFlight<T, R>(items: readonly T[], read: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += READS_IN_FLIGHT) {
    results.push(...(await Promise.all(items.slice(from, from + READS_IN_FLIGHT).map(read))));
  }
  return results;
}

/** The results of all chunks of a stage, in their order. @throws Error when one is not there */
export async function readResults<S extends z.ZodType>(
  store: ObjectStore,
  count: number,
  keyOf: (chunk: number) => string,
  schema: S,
): Promise<Array<z.output<S>>> {
  const chunks = Array.from({ length: count }, (_, chunk) => chunk);
  return inFlight(chunks, (chunk) => readResult(store, keyOf(chunk), schema));
}
