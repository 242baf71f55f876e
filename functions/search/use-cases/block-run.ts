import { keysOfBlock } from '../domain/block.ts';
import type { Lookup } from '../domain/lookup.ts';
import type { IndexReader } from '../ports.ts';

/** Reads the entries of one lookup from the blocks of a generation, some blocks at a time. */
export class BlockRun {
  readonly #reader: IndexReader;
  readonly #partition: string;
  readonly #beginning: Buffer;
  #after: string;
  /** The key of the last entry that an earlier call has taken. */
  readonly #taken: Buffer | undefined;
  #isLast = false;
  #blocks = 0;

  constructor(reader: IndexReader, partition: string, { beginning }: Lookup, after: string | undefined) {
    this.#reader = reader;
    this.#partition = partition;
    this.#beginning = Buffer.from(beginning);
    this.#after = after ?? beginning;
    this.#taken = after === undefined ? undefined : Buffer.from(after);
  }

  get isLast(): boolean {
    return this.#isLast;
  }

  /** How many blocks were read. */
  get blocks(): number {
    return this.#blocks;
  }

  /** The position after everything that was read. */
  get after(): string {
    return this.#after;
  }

  /** The keys of the next entries. */
  async next(limit: number): Promise<Buffer[]> {
    const blocks = await this.#reader.blocks(this.#partition, this.#after, limit);
    this.#blocks += blocks.length;
    const keys: Buffer[] = [];
    for (const block of blocks) {
      for (const key of keysOfBlock(block)) {
        const order = key.subarray(0, this.#beginning.length).compare(this.#beginning);
        if (order > 0) this.#isLast = true;
        const isNew = this.#taken === undefined || key.compare(this.#taken) > 0;
        if (order === 0 && isNew) keys.push(key);
      }
      this.#after = block.SK;
    }
    if (blocks.length < limit) this.#isLast = true;
    return keys;
  }
}
