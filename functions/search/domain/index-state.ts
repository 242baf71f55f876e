import { type IndexProgress, isCrowded, missingFields, type SearchHead } from './head.ts';

/** What a person sees of a search index. */
export interface IndexState {
  /** When the live generation of blocks became that; undefined while there is none. */
  readonly writtenAt: string | undefined;
  /** The customers of the live generation. */
  readonly customers: number | undefined;
  /** Codes of fields by which customers may not be found yet. */
  readonly missing: readonly string[];
  /** Imports whose customers may not be found yet. */
  readonly imports: number;
  /** Whether the index is to be written again. */
  readonly isDue: boolean;
  /** The stage of the job that writes it; undefined before and after, and while an import writes it. */
  readonly progress: Omit<IndexProgress, 'id'> | undefined;
}

export function indexState(head: SearchHead): IndexState {
  const { flippedAt, customers, marks, wanted, progress } = head;
  const missing = missingFields(head);
  return {
    ...{ writtenAt: flippedAt, customers, missing, imports: marks.length },
    isDue: missing.length + marks.length > 0 || wanted !== undefined || isCrowded(head),
    progress: progress && { stage: progress.stage, chunks: progress.chunks, startedAt: progress.startedAt },
  };
}
