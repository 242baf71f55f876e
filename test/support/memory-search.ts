import type { GenerationScope, IndexJob, IndexProgress, SearchHead } from '../../functions/search/domain/head.ts';
import { isCrowded, markOf, missingFields } from '../../functions/search/domain/head.ts';
import type {
  FinishedGeneration,
  GenerationHeads,
  IndexWriter,
  SearchHeads,
} from '../../functions/search/generation-ports.ts';
import {
  type Block,
  entryOfKey,
  type IndexReader,
  keysOfBlock,
  type SingleWriter,
  SPACES,
  type Space,
} from '../../functions/search/index.ts';

const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const EMPTY: SearchHead = {
  sequence: 0,
  live: undefined,
  liveStartedAt: undefined,
  flippedAt: undefined,
  customers: undefined,
  entries: undefined,
  singles: 0,
  changedIn: 0,
  missing: [],
  marks: [],
  wanted: undefined,
  wantedAt: undefined,
  cleaned: 0,
  cleanDue: undefined,
  job: undefined,
  progress: undefined,
};

/** The heads of search indexes in memory, with the conditions of the real ones. */
export class MemoryHeads implements SearchHeads, GenerationHeads {
  readonly #heads = new Map<string, SearchHead>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  async read(tablePrefix: string) {
    const head = await this.find(tablePrefix);
    return { live: head.live, missing: missingFields(head) };
  }

  async find(tablePrefix: string): Promise<SearchHead> {
    return this.#headOf(tablePrefix);
  }

  /** As the publication of a version does. */
  async require(tablePrefix: string, version: number, missing: readonly string[]): Promise<void> {
    this.#change(tablePrefix, (head) => ({
      missing: [...head.missing, ...missing.map((code) => `${code}#${version}`)],
      wanted: version,
      changedIn: version,
      wantedAt: this.#now().toISOString(),
    }));
  }

  async mark(tablePrefix: string, importId: string, fence: number): Promise<void> {
    const mark = markOf(importId, fence);
    this.#change(tablePrefix, ({ marks }) => ({ marks: [...new Set([...marks, mark])] }));
  }

  async countSingles(tablePrefix: string, count: number): Promise<void> {
    this.#change(tablePrefix, ({ singles }) => ({ singles: singles + count }));
  }

  async begin(tablePrefix: string): Promise<number> {
    return this.#change(tablePrefix, ({ sequence }) => ({ sequence: sequence + 1 })).sequence;
  }

  async flip(tablePrefix: string, finished: FinishedGeneration, scope: GenerationScope) {
    const head = this.#headOf(tablePrefix);
    const { generation: live, startedAt: liveStartedAt, flippedAt, customers, entries } = finished;
    const isNewer = head.live === undefined || head.live < live;
    if (isNewer) {
      const flipped = {
        live,
        liveStartedAt,
        customers,
        entries,
        flippedAt,
        cleanDue: live,
        progress: undefined,
        singles: 0,
      };
      this.#change(tablePrefix, () => flipped);
    } else if (head.cleaned > live - 1) {
      this.#change(tablePrefix, () => ({ cleanDue: head.live, cleaned: live - 1 }));
    }
    this.#change(tablePrefix, ({ missing, marks, wanted }) => ({
      missing: missing.filter((each) => !scope.missing.includes(each)),
      marks: marks.filter((each) => !scope.marks.includes(each)),
      ...(wanted === scope.wanted && { wanted: undefined, wantedAt: undefined }),
    }));
    return isNewer ? ('live' as const) : ('superseded' as const);
  }

  async report(tablePrefix: string, progress: IndexProgress): Promise<void> {
    this.#change(tablePrefix, () => ({ progress }));
  }

  async cleaned(tablePrefix: string, generation: number): Promise<void> {
    this.#change(tablePrefix, ({ cleanDue }) =>
      cleanDue === generation ? { cleanDue: undefined, cleaned: generation - 1 } : {},
    );
  }

  async due(): Promise<readonly string[]> {
    const isDue = ({ missing, marks, wanted, cleanDue, ...head }: SearchHead) =>
      missing.length + marks.length > 0 || wanted !== undefined || cleanDue !== undefined || isCrowded(head);
    return [...this.#heads].filter(([, head]) => isDue(head)).map(([prefix]) => prefix);
  }

  async takeJob(tablePrefix: string, before: IndexJob | undefined, job: IndexJob): Promise<'taken' | 'lost'> {
    const found = this.#headOf(tablePrefix).job;
    if (JSON.stringify(found) !== JSON.stringify(before)) return 'lost';
    this.#change(tablePrefix, () => ({ job }));
    return 'taken';
  }

  async endJob(tablePrefix: string, id: string): Promise<void> {
    this.#change(tablePrefix, ({ job }) => (job?.id === id ? { job: undefined } : {}));
  }

  #change(tablePrefix: string, change: (head: SearchHead) => Partial<SearchHead>): SearchHead {
    const head = this.#headOf(tablePrefix);
    const changed = { ...head, ...change(head) };
    this.#heads.set(tablePrefix, changed);
    return changed;
  }

  #headOf(tablePrefix: string): SearchHead {
    return this.#heads.get(tablePrefix) ?? EMPTY;
  }
}

/** The blocks and the single entries of search indexes, in memory. */
export class MemoryIndex implements IndexWriter {
  /** By partition and sort key. */
  readonly blocks = new Map<string, Map<string, Block>>();
  /** When each was written, in milliseconds, and its context, by prefix and its key. */
  readonly singles = new Map<string, Map<string, { readonly at: number; readonly c: string | undefined }>>();

  /** Writes single entries. */
  writerAt(now: () => Date): SingleWriter {
    return {
      write: async (written) => {
        for (const single of written) {
          const prefix = single.PK.slice(0, single.PK.indexOf('#'));
          const singles = this.singles.get(prefix) ?? new Map();
          const stored = { at: now().getTime(), c: single.c };
          this.singles.set(prefix, singles.set(`${single.PK} ${single.SK}`, stored));
        }
      },
    };
  }

  /** The index as searches read it. */
  readonly reader: IndexReader = {
    blocks: async (partition, after, limit) => {
      const blocks = [...(this.blocks.get(partition)?.values() ?? [])].sort((a, b) => byBytes(a.SK, b.SK));
      return blocks.filter(({ SK }) => byBytes(SK, after) > 0).slice(0, limit);
    },
    singles: async (partition, beginning, after, limit) => {
      const prefix = partition.slice(0, partition.indexOf('#'));
      const start = `${partition} `;
      const singles = [...(this.singles.get(prefix) ?? [])].flatMap(([id, { c }]) =>
        id.startsWith(start) ? [{ SK: id.slice(start.length), c }] : [],
      );
      const found = singles.filter(
        ({ SK }) => SK.startsWith(beginning) && (after === undefined || byBytes(SK, after) > 0),
      );
      return found.sort((a, b) => byBytes(a.SK, b.SK)).slice(0, limit);
    },
  };

  async putBlocks(blocks: readonly Block[]): Promise<void> {
    for (const block of blocks) {
      const partition = this.blocks.get(block.PK) ?? new Map<string, Block>();
      this.blocks.set(block.PK, partition.set(block.SK, block));
    }
  }

  async deleteBlocks(tablePrefix: string, generation: number, shouldContinue: () => boolean): Promise<boolean> {
    for (const partition of this.blocks.keys()) {
      const [prefix, , number] = partition.split('#');
      if (prefix !== tablePrefix || Number(number) !== generation) continue;
      if (!shouldContinue()) return false;
      this.blocks.delete(partition);
    }
    return true;
  }

  async deleteSingles(tablePrefix: string, before: Date, shouldContinue: () => boolean): Promise<boolean> {
    const singles = this.singles.get(tablePrefix) ?? new Map();
    for (const [id, { at }] of singles) {
      if (!shouldContinue()) return false;
      if (at < before.getTime()) singles.delete(id);
    }
    return true;
  }

  /** The numbers of the generations that have blocks. */
  generations(): number[] {
    return [...new Set([...this.blocks.keys()].map((partition) => Number(partition.split('#')[2])))].sort(
      (a, b) => a - b,
    );
  }

  /** `<space> <value> <Customer ID> <field>` of each entry of a generation, sorted. */
  entries(generation: number): string[] {
    const found: string[] = [];
    for (const [partition, blocks] of this.blocks) {
      const [, space, number] = partition.split('#');
      if (Number(number) !== generation || !SPACES.some((each) => each === space)) continue;
      for (const block of blocks.values()) {
        for (const key of keysOfBlock(block)) {
          const { value, customerId, field } = entryOfKey(space as Space, key);
          found.push(`${space} ${value} ${customerId} ${field}`);
        }
      }
    }
    return found.sort(byBytes);
  }
}
