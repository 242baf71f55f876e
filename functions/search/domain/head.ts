import * as z from 'zod';

/** What the search index of a CRM table consists of. A table that was never indexed again has an empty head. */
export interface SearchHead {
  /** The number of the last generation that has begun; 0 before the first. */
  readonly sequence: number;
  /** The generation whose blocks are read; undefined while single entries are the whole index. */
  readonly live: number | undefined;
  /** When the live generation began to read customers. */
  readonly liveStartedAt: string | undefined;
  /** When the live generation became that. */
  readonly flippedAt: string | undefined;
  /** The customers and entries of the live generation. */
  readonly customers: number | undefined;
  readonly entries: number | undefined;
  /** About how many single entries were written since the live generation began. */
  readonly singles: number;
  /** `<field code>#<version>`: values of the field that older customers have are not in the index yet. */
  readonly missing: readonly string[];
  /** `<import id>#<fence>`: these imports wrote customers without single entries. */
  readonly marks: readonly string[];
  /** The version whose publication requires a new generation. */
  readonly wanted: number | undefined;
  readonly wantedAt: string | undefined;
  /** The last version that made further values searchable, whether or not they are in the index; 0 before the first. */
  readonly changedIn: number;
  /** No generation up to this one has blocks. */
  readonly cleaned: number;
  /** The generation after whose flip older items are still to be deleted. */
  readonly cleanDue: number | undefined;
  /** The execution that writes a generation or deletes older items. */
  readonly job: IndexJob | undefined;
  /** The stage of the generation that is being written. */
  readonly progress: IndexProgress | undefined;
}

export const IndexProgressSchema = z.strictObject({
  /** The import or the job that writes the generation. */
  id: z.string(),
  stage: z.enum(['index-read', 'index-write']),
  chunks: z.int().min(0),
  startedAt: z.iso.datetime(),
});
export type IndexProgress = z.infer<typeof IndexProgressSchema>;

export interface IndexJob {
  /** In the place of an import id. */
  readonly id: string;
  readonly attempt: number;
  readonly startedAt: string;
}

/** The name of the execution of a job. */
export const jobExecution = (tablePrefix: string, { id, attempt }: IndexJob): string =>
  `${tablePrefix}-${id}-${attempt}`;

/** What a generation contains: known when it begins, and taken from the head when it becomes live. */
export interface GenerationScope {
  readonly missing: readonly string[];
  readonly marks: readonly string[];
  readonly wanted: number | undefined;
}

/**
 * An edit that began before a publication indexes by the version before, and ends with its request: a generation that
 * begins so much later finds what it wrote.
 */
const EDIT_SECONDS = 30;
/**
 * Older blocks are deleted so long after the flip: a reader that has read the head still needs them, and a step of an
 * execution that has failed may still write blocks of its generation.
 */
const CLEAN_UP_SECONDS = 300;
/** A single entry is written before its customer, by the same invocation of a function: none runs longer. */
const SINGLE_SECONDS = 600;

const isOlder = (at: string | undefined, seconds: number, now: Date): boolean =>
  at === undefined || Date.parse(at) + seconds * 1000 <= now.getTime();

export const markOf = (importId: string, fence: number): string => `${importId}#${fence}`;

const importOfMark = (mark: string): string => mark.slice(0, mark.lastIndexOf('#'));

/** The field codes in `missing`. */
export const missingFields = ({ missing }: Pick<SearchHead, 'missing'>): string[] => [
  ...new Set(missing.map((element) => element.slice(0, element.indexOf('#')))),
];

/**
 * What a generation that begins now will contain: the customers of all imports but the one that holds the CRM table,
 * whose writes may go on.
 */
export function scopeOf(head: SearchHead, holder: string | undefined, now: Date): GenerationScope {
  const isOldEnough = isOlder(head.wantedAt, EDIT_SECONDS, now);
  return {
    missing: isOldEnough ? head.missing : [],
    marks: head.marks.filter((mark) => importOfMark(mark) !== holder),
    wanted: isOldEnough ? head.wanted : undefined,
  };
}

/** Fewer single entries are never worth a generation. */
const FEWEST_SINGLES = 50_000;
/** Of the entries of a table: then a generation costs less than the single entries have cost. */
const PART_OF_ENTRIES = 1 / 20;

/** Whether there are so many single entries that searches would read too many of them. */
export const isCrowded = ({ singles, entries = 0 }: Pick<SearchHead, 'singles' | 'entries'>): boolean =>
  singles >= Math.max(FEWEST_SINGLES, entries * PART_OF_ENTRIES);

/** Whether a generation is to be written now, by a job. */
export function isRebuildDue(head: SearchHead, { missing, marks, wanted }: GenerationScope): boolean {
  return missing.length > 0 || marks.length > 0 || wanted !== undefined || isCrowded(head);
}

export const isCleanUpDue = ({ cleanDue, flippedAt }: SearchHead, now: Date): boolean =>
  cleanDue !== undefined && isOlder(flippedAt, CLEAN_UP_SECONDS, now);

/** Single entries that are older than this are in the blocks of a generation that began then. */
export const oldestSingle = (liveStartedAt: string): Date =>
  new Date(Date.parse(liveStartedAt) - SINGLE_SECONDS * 1000);
