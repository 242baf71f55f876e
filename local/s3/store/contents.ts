import * as z from 'zod';
import type { Blobs } from './blobs.ts';
import type { Database } from './database.ts';

/** A slice of a blob. */
export interface Segment {
  readonly blob: string;
  readonly start: number;
  readonly length: number;
}

const SegmentRow = z.object({ blob: z.string(), start: z.number(), length: z.number() });

const BlobRow = SegmentRow.pick({ blob: true });

/** The contents of objects and parts: lists of slices of blobs, which copies share, and the lifetime of those blobs. */
export class Contents {
  readonly #database: Database;
  readonly #blobs: Blobs;
  /** Number of readers by blob. A blob is not removed while it has readers. */
  readonly #readers = new Map<string, number>();

  constructor(database: Database, blobs: Blobs) {
    this.#database = database;
    this.#blobs = blobs;
    blobs.sweep(this.#referenced());
  }

  /** Must run in a transaction. */
  add(segments: readonly Segment[]): number {
    const content = this.#database.run('INSERT INTO content DEFAULT VALUES');
    segments.forEach(({ blob, start, length }, position) => {
      this.#database.run('INSERT INTO segment VALUES (?, ?, ?, ?, ?)', content, position, blob, start, length);
    });
    return content;
  }

  segments(content: number): Segment[] {
    return this.#database
      .all('SELECT blob, start, length FROM segment WHERE content = ? ORDER BY position', content)
      .map((row) => SegmentRow.parse(row));
  }

  /** Must run in a transaction. Returns the blobs to pass to `collect` after the commit. */
  drop(content: number): string[] {
    const blobs = this.segments(content).map((segment) => segment.blob);
    this.#database.run('DELETE FROM segment WHERE content = ?', content);
    this.#database.run('DELETE FROM content WHERE id = ?', content);
    return blobs;
  }

  /** Removes the given blobs that are not referenced and have no readers. */
  async collect(blobs: Iterable<string>): Promise<void> {
    const dead = [...new Set(blobs)].filter((blob) => !this.#readers.has(blob) && !this.#isReferenced(blob));
    await Promise.all(dead.map((blob) => this.#blobs.remove(blob)));
  }

  /** Prevents the removal of the segments' blobs until `release`. */
  pin(segments: readonly Segment[]): { release(): Promise<void> } {
    for (const { blob } of segments) this.#readers.set(blob, (this.#readers.get(blob) ?? 0) + 1);
    let pinned = true;
    return {
      release: async () => {
        if (!pinned) return;
        pinned = false;
        for (const { blob } of segments) this.#unpin(blob);
        await this.collect(segments.map(({ blob }) => blob));
      },
    };
  }

  async *read(segments: readonly Segment[]): AsyncGenerator<Uint8Array> {
    for (const { blob, start, length } of segments) yield* this.#blobs.read(blob, start, length);
  }

  #unpin(blob: string): void {
    const readers = (this.#readers.get(blob) ?? 1) - 1;
    if (readers === 0) this.#readers.delete(blob);
    else this.#readers.set(blob, readers);
  }

  #referenced(): Set<string> {
    return new Set(this.#database.all('SELECT blob FROM segment').map((row) => BlobRow.parse(row).blob));
  }

  #isReferenced(blob: string): boolean {
    return this.#database.get('SELECT 1 FROM segment WHERE blob = ? LIMIT 1', blob) !== undefined;
  }
}

/** The part of a content between two offsets; `end` is exclusive. */
export function slice(segments: readonly Segment[], start: number, end: number): Segment[] {
  const sliced: Segment[] = [];
  let offset = 0;
  for (const segment of segments) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, segment.length);
    if (from < to) sliced.push({ blob: segment.blob, start: segment.start + from, length: to - from });
    offset += segment.length;
  }
  return sliced;
}
