import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export interface Sizes {
  /** In bytes after gzip. */
  readonly javascript: number;
  readonly css: number;
}

/** What the browser loads, from the manifest of a build. */
export class Build {
  readonly #folder: string;
  readonly #chunks: Readonly<Record<string, Chunk>>;

  /** @param folder that Vite has written */
  constructor(folder: string) {
    this.#folder = folder;
    this.#chunks = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  }

  /** The module that the document loads. */
  get entry(): string {
    const [name] = Object.entries(this.#chunks).find(([, { isEntry }]) => isEntry) ?? [];
    if (name === undefined) throw new Error('The build has no entry.');
    return name;
  }

  /** The modules that are loaded when they are needed: pages and the palette. */
  get pages(): readonly string[] {
    return Object.keys(this.#chunks).filter((name) => this.#chunks[name]?.isEntry !== true && name.startsWith('src/'));
  }

  /** The files that the modules need, without those of `loaded`. */
  sizesOf(modules: readonly string[], loaded?: string): Sizes {
    const before = loaded === undefined ? new Set<string>() : this.#filesOf(loaded);
    const needed = new Set(modules.flatMap((module) => [...this.#filesOf(module)]));
    const files = [...needed].filter((file) => !before.has(file));
    return { javascript: this.#gzipped(files, '.js'), css: this.#gzipped(files, '.css') };
  }

  #filesOf(module: string, seen = new Set<string>()): Set<string> {
    const chunk = this.#chunks[module];
    if (chunk === undefined) throw new Error(`The manifest lacks ${module}.`);
    if (seen.has(chunk.file)) return seen;
    for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
    for (const next of chunk.imports ?? []) this.#filesOf(next, seen);
    return seen;
  }

  #gzipped(files: readonly string[], ending: string): number {
    return files
      .filter((file) => file.endsWith(ending))
      .reduce((sum, file) => sum + gzipSync(readFileSync(join(this.#folder, file))).length, 0);
  }
}
