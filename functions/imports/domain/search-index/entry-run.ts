import { type Entry, entryKey, SPACES, type Space } from '../../../search/index.ts';
import { FRAME_BYTES } from '../sort/frame.ts';
import { RunTable } from '../sort/run-table.ts';
import { Scratch } from '../sort/scratch.ts';
import { TableSorter } from '../sort/sort-table.ts';
import { type WrittenRun, writeRun } from '../sort/write-run.ts';

/** Entries that are sorted at once: their keys take so many bytes at most, and their numbers and frames as many again. */
const SEGMENT_BYTES = 24 * 1024 * 1024;
const SEGMENT_ENTRIES = 1 << 19;
/** More bytes than any key has. */
const LONGEST_RECORD = 2_048;

/** The record of an entry: a byte for its space, and its key. Records are in the order of spaces, and then of keys. */
const FIRST_SPACE = 1;

export const spaceOfRecord = (record: Buffer): Space => SPACES[(record[0] ?? 0) - FIRST_SPACE] ?? 'W';
export const keyOfRecord = (record: Buffer): Buffer => record.subarray(1);

/** Sorted frames of entries, in memory that the next segment uses again. */
export interface Segment extends WrittenRun {
  readonly frames: Buffer;
  readonly entries: number;
}

/** Collects entries in memory, and sorts them as records of a run. */
export class EntryRun {
  /** The entries of the finished segments. */
  count = 0;
  readonly #limits: { readonly bytes: number; readonly entries: number };
  readonly #sampleBytes: number;
  readonly #scratch = new Scratch();
  readonly #table = new RunTable();
  readonly #sorter = new TableSorter();
  #used = 0;

  constructor(sampleBytes: number, limits = { bytes: SEGMENT_BYTES, entries: SEGMENT_ENTRIES }) {
    this.#sampleBytes = sampleBytes;
    this.#limits = limits;
  }

  /** Whether the segment has to be finished before the next entry. */
  get isFull(): boolean {
    const { bytes, entries } = this.#limits;
    return this.#table.count >= entries || this.#used + LONGEST_RECORD > bytes;
  }

  get isEmpty(): boolean {
    return this.#table.count === 0;
  }

  /** Removes all entries, for the next run. */
  clear(): void {
    this.count = 0;
    this.#begin();
  }

  add(entry: Entry): void {
    const bytes = this.#memory();
    const start = this.#used;
    bytes[start] = SPACES.indexOf(entry.space) + FIRST_SPACE;
    const length = 1 + entryKey(entry).copy(bytes, start + 1);
    this.#table.setSource(this.#table.add(start, length, start, 0), 0, 0, 0);
    this.#used = start + length;
  }

  /** Sorts the entries since the last segment. */
  finish(): Segment {
    const bytes = this.#memory();
    const entries = this.#table.count;
    const order = this.#sorter.sort(bytes, this.#table, false);
    const target = this.#limits.bytes;
    const options = { firstOrdinal: this.count, sampleBytes: this.#sampleBytes };
    const written = writeRun(bytes, this.#table, order, target, options);
    this.count += entries;
    this.#begin();
    return { ...written, frames: bytes.subarray(target, target + written.framedBytes), entries };
  }

  #begin(): void {
    this.#table.clear();
    this.#used = 0;
  }

  #memory(): Buffer {
    const { bytes, entries } = this.#limits;
    return this.#scratch.ofBytes(2 * bytes + FRAME_BYTES * entries);
  }
}
