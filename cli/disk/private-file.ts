import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type * as z from 'zod';
import { codeOf } from '../fault.ts';

/** A JSON file that nobody but its owner may read. */
export class PrivateFile<S extends z.ZodType> {
  readonly #path: string;
  readonly #schema: S;

  constructor(path: string, schema: S) {
    this.#path = path;
    this.#schema = schema;
  }

  /** Undefined when there is none, or one that something else has written. */
  async read(): Promise<z.infer<S> | undefined> {
    const text = await readIfThere(this.#path);
    if (text === undefined) return undefined;
    return this.#schema.safeParse(parseJson(text)).data;
  }

  /** All or nothing, whatever happens meanwhile. */
  async write(content: z.input<S>): Promise<void> {
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const draft = `${this.#path}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
    await rename(draft, this.#path);
  }

  remove(): Promise<void> {
    return rm(this.#path, { force: true });
  }
}

/** The text of a file; undefined when there is none. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Undefined when the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
