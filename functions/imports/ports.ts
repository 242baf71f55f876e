import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { UploadedPart } from '../shared/domain/object-store.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Import, ImportOutcome, StageProgress } from './domain/import.ts';
import type { SourceVersion } from './domain/import-id.ts';
import type { Lease } from './domain/lifecycle/lease.ts';
import type { NewImport, StatusChange } from './domain/lifecycle/transitions.ts';

/** The current version of a file in the inbox. */
export interface InboxFile {
  readonly key: string;
  readonly versionId: string;
  readonly modifiedAt: Date;
}

/** The folders of the files that schedules import. */
export interface Inbox {
  /** The current version of each file in a folder, in key order, without folder objects. */
  list(folder: string): AsyncIterable<InboxFile>;
}

/** A part of an open upload that has arrived. */
export interface ArrivedPart extends UploadedPart {
  readonly bytes: number;
}

/** `conflict`: another request for the key is in flight, and its outcome is unknown. */
export type CompletionResult = 'created' | 'exists' | 'conflict';

/** Uploads whose parts a client sends. `ObjectStore.openUpload` opens them. */
export interface ClientUploads {
  /** In the order of their numbers. @throws UploadGone when the upload was aborted or completed */
  listParts(key: string, uploadId: string): Promise<ArrivedPart[]>;
  /** Joins the parts only if no object has the key. @throws UploadGone when the upload was aborted or completed */
  completeNew(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<CompletionResult>;
  abortUpload(key: string, uploadId: string): Promise<void>;
  /** Deletes the file that a client has sent; its version stays until the bucket removes replaced versions. */
  deleteFile(key: string): Promise<void>;
}

export interface WaitingTable {
  readonly prefix: string;
  /** When the import at the head of the queue was created. */
  readonly since: string;
}

/** A CRM table whose lease is held or draining. */
export interface HeldTable {
  readonly prefix: string;
  /** When the lease was granted. */
  readonly since: string;
}

/** The effects of an import's end on other items than its record. */
export interface EndEffects {
  /** Added to the table's counters. */
  readonly added?: TableCounts | undefined;
  /** The import wrote no customer, so it supersedes no other import. */
  readonly isDryRun?: boolean;
}

/** Imports, and for each CRM table the queue of waiting imports and the lease of the running one. */
export interface ImportRepository {
  /** @param entry the audit entry of the person who has started it; an import by an event or a schedule has none */
  create(created: NewImport, entry?: AuditEntry): Promise<'created' | 'exists'>;
  find(importId: string): Promise<Import | undefined>;
  /** The imports of a CRM table, or those that belong to none (`NO_TABLE`), newest first; eventually consistent. */
  list(tablePrefix: string, page: PageRequest): Promise<Page<Import>>;
  /** The ids of the imports that correct an import, newest first. */
  listCorrections(importId: string, page: PageRequest): Promise<Page<string>>;
  readLease(tablePrefix: string): Promise<Lease>;
  /** The import that has waited longest, except those in `skipped`. */
  nextInQueue(tablePrefix: string, skipped?: ReadonlySet<string>): Promise<string | undefined>;
  /**
   * The position of a queued import in its table's queue: 1 is the next to run; 1,001 also stands for all later
   * positions.
   */
  queuePosition(queued: Import): Promise<number>;
  /** The CRM tables with waiting imports, each with the oldest one; eventually consistent. */
  waitingTables(): Promise<WaitingTable[]>;
  /** The CRM tables whose lease is held or drains, the oldest grant first, read page by page; eventually consistent. */
  heldTables(): AsyncIterable<HeldTable>;
  /**
   * In one transaction: grants the lease, removes the import from the queue and sets its status to `running`. The lease
   * must be free, or drain from an earlier attempt of the same import.
   */
  claim(queued: Import, lease: Lease, startedAt: string): Promise<'claimed' | 'lost'>;
  /**
   * In one transaction: ends a running import and adds to the table's counters. Its lease becomes free, or drains until
   * `drainsUntil` of the outcome or of an earlier attempt. `lost`: another call has ended the import; nothing was
   * written.
   */
  end(running: Import, outcome: ImportOutcome, effects?: EndEffects): Promise<'ended' | 'lost'>;
  /**
   * Frees a draining lease whose drain is over at `now`; changes nothing if the drain goes on or the lease was granted
   * again.
   */
  freeDrained(tablePrefix: string, lease: Lease, now: string): Promise<void>;
  /**
   * Stores `importId` as the import of this upload, unless the upload has one. @returns the import that the upload
   * keeps for good
   */
  nameUpload(source: SourceVersion, importId: string): Promise<string>;
  /**
   * Stores a status change of an import that does not run, if its status and attempt are still those that were read.
   * Afterwards the import is in its table's queue exactly if it is `queued`.
   * @param entry the audit entry of the person who has done it
   */
  move(change: StatusChange, entry?: AuditEntry): Promise<'moved' | 'lost'>;
  /** Marks a running import for cancellation. */
  requestCancel(running: Import, at: string, entry: AuditEntry): Promise<'requested' | 'lost'>;
  /** @throws StaleFence when the import has lost its lease */
  reportProgress(importId: string, fence: number, progress: StageProgress): Promise<void>;
}

export class StaleFence extends Error {
  override readonly name = 'StaleFence';
}

/** Estimated contents of a CRM table, updated when an import ends, so that estimates need not read the table. */
export interface TableCounts {
  readonly customers: number;
  /** The mean item size in bytes; 0 before anything was counted. */
  readonly itemBytes: number;
}

export interface TableCounters {
  read(tablePrefix: string): Promise<TableCounts>;
}

/** Soon starts a CRM table's next import. */
export interface Dispatcher {
  dispatch(tablePrefix: string): Promise<void>;
}

/** Soon begins an import whose record exists. A repetition changes nothing. */
export interface Starter {
  begin(importId: string): Promise<void>;
}

/** The result of one run of a schedule. */
export interface ScheduleRun {
  readonly scheduledAt: string;
  /** The number of imports that it created; 1 for a missed run. */
  readonly imports: number;
  /** The last of these imports: `status`, `reason` and `counts` belong to it. */
  readonly importId: string;
  /** The number of other files in the inbox that the schedule has never imported. */
  readonly passedOver?: number;
  /** The number of new files that it left to the next run. */
  readonly remaining?: number;
  readonly status: string;
  /** The reason why it was missed, rejected or failed. */
  readonly reason?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

/** The runs of schedules. `ImportRepository.create` writes them together with their imports. */
export interface ScheduleRuns {
  /** Whether the schedule still exists. */
  isKnown(tablePrefix: string, scheduleId: string): Promise<boolean>;
  /** Whether the run of this time has created an import, a `missed` one included. */
  hasRun(scheduleId: string, scheduledAt: string): Promise<boolean>;
  /** Hashes (`hashOf`) of the object versions that the schedule has imported. */
  importedFiles(scheduleId: string): Promise<ReadonlySet<string>>;
  /** The number of its runs that found no file. */
  missedCount(scheduleId: string): Promise<number>;
  last(scheduleId: string): Promise<ScheduleRun | undefined>;
}
