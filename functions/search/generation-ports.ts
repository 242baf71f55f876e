import type { Block } from './domain/block.ts';
import type { GenerationScope, IndexJob, IndexProgress, SearchHead } from './domain/head.ts';

/** Reads heads for searches: eventually consistent. */
export interface SearchHeads {
  read(tablePrefix: string): Promise<{ readonly live: number | undefined; readonly missing: readonly string[] }>;
}

/** A complete generation. */
export interface FinishedGeneration {
  readonly generation: number;
  readonly startedAt: string;
  readonly flippedAt: string;
  readonly customers: number;
  readonly entries: number;
}

/** The heads of all CRM tables, for those who write generations. Strongly consistent. */
export interface GenerationHeads {
  find(tablePrefix: string): Promise<SearchHead>;
  /** Marks an import that writes customers without single entries. May be repeated. */
  mark(tablePrefix: string, importId: string, fence: number): Promise<void>;
  /** Counts single entries; when there are too many, a generation is due. */
  countSingles(tablePrefix: string, singles: number): Promise<void>;
  /** Begins the next generation. A generation that began later has a higher number and contains all that this one does. */
  begin(tablePrefix: string): Promise<number>;
  /**
   * Makes a complete generation the live one, unless a later one is. What it contains is no longer due either way.
   * @returns `superseded`: a later one is live
   */
  flip(tablePrefix: string, finished: FinishedGeneration, scope: GenerationScope): Promise<'live' | 'superseded'>;
  /** Records the stage of a generation, for those who wait for it. */
  report(tablePrefix: string, progress: IndexProgress): Promise<void>;
  /** Records that nothing older than the generation is left. */
  cleaned(tablePrefix: string, generation: number): Promise<void>;
  /** The CRM tables with something due; eventually consistent. */
  due(): Promise<readonly string[]>;
  /** Stores a job in the place of the one that was read, if that is still there. */
  takeJob(tablePrefix: string, before: IndexJob | undefined, job: IndexJob): Promise<'taken' | 'lost'>;
  endJob(tablePrefix: string, id: string): Promise<void>;
}

/** The heads of CRM tables that are being deleted. */
export interface HeldHeads extends Pick<GenerationHeads, 'find'> {
  /** No further job begins. */
  hold(tablePrefix: string): Promise<void>;
}

/** The items of an index. */
export interface IndexWriter {
  /** Writes blocks; the same block again changes nothing. */
  putBlocks(blocks: readonly Block[]): Promise<void>;
  /** Deletes the blocks of a generation. @returns whether none is left */
  deleteBlocks(tablePrefix: string, generation: number, shouldContinue: () => boolean): Promise<boolean>;
  /** Deletes the single entries that were written before a time. @returns whether none is left */
  deleteSingles(tablePrefix: string, before: Date, shouldContinue: () => boolean): Promise<boolean>;
}
