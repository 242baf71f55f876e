import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Import, ImportOutcome, StageProgress } from './domain/import.ts';
import type { SourceVersion } from './domain/import-id.ts';
import type { Lease } from './domain/lifecycle/lease.ts';
import type { NewImport, StatusChange } from './domain/lifecycle/transitions.ts';
import type { WorkflowInput } from './domain/lifecycle/workflow-input.ts';

/** What is known of a stored object without reading it. */
export interface ObjectHead {
  readonly size: number;
  readonly etag: string;
  readonly versionId: string | undefined;
  /** User metadata, keys in lower case. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** Which bytes of which version: `start` inclusive, `end` exclusive; both optional. */
export interface ObjectRange {
  readonly versionId?: string | undefined;
  readonly start?: number;
  readonly end?: number;
}

export interface UploadedPart {
  readonly partNumber: number;
  readonly etag: string;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
  readonly modifiedAt: Date;
}

/** The bucket as the import sees it. Two adapters: S3, and a folder of files for benchmarks and tests. */
export interface ObjectStore {
  head(key: string, versionId?: string): Promise<ObjectHead | undefined>;
  /** @throws ObjectMissing when the object or version is gone. */
  read(key: string, range?: ObjectRange): Promise<Uint8Array>;
  /** Reads a range into `target` from its start and answers how many bytes came. @throws ObjectMissing */
  readInto(key: string, target: Uint8Array, range?: ObjectRange): Promise<number>;
  /** Creates the object only if none is there. */
  create(key: string, body: Uint8Array | string): Promise<'created' | 'exists'>;
  put(key: string, body: Uint8Array | string): Promise<void>;
  /** Keys under a prefix in UTF-8 order. */
  list(prefix: string): AsyncIterable<ListedObject>;
  openUpload(key: string): Promise<string>;
  /** @throws UploadGone when the upload was aborted or completed. */
  putPart(key: string, uploadId: string, partNumber: number, body: Uint8Array): Promise<UploadedPart>;
  /** @throws UploadGone when the upload was aborted or completed. */
  completeUpload(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<void>;
  isUploadOpen(key: string, uploadId: string): Promise<boolean>;
}

/** A file in the inbox, as it is now. */
export interface InboxFile {
  readonly key: string;
  readonly versionId: string;
  readonly modifiedAt: Date;
}

/** Where the files lie that schedules import. */
export interface Inbox {
  /** The current version of each file under a folder, in the order of the keys; folders are no files. */
  list(folder: string): AsyncIterable<InboxFile>;
}

/** A part of an open upload that has arrived. */
export interface ArrivedPart extends UploadedPart {
  readonly bytes: number;
}

/** `conflict`: another request for the key is under way, and its outcome is not known yet. */
export type CompletionResult = 'created' | 'exists' | 'conflict';

/** What the import does about uploads whose parts a client sends. They are opened as any upload is. */
export interface ClientUploads {
  /** In the order of their numbers. @throws UploadGone when the upload was aborted or completed. */
  listParts(key: string, uploadId: string): Promise<ArrivedPart[]>;
  /** Joins the parts only if no object has the key yet. @throws UploadGone when the upload was aborted or completed. */
  completeNew(key: string, uploadId: string, parts: readonly UploadedPart[]): Promise<CompletionResult>;
  abortUpload(key: string, uploadId: string): Promise<void>;
}

/** An address that works without a token until it expires (ISO 8601, UTC). */
export interface SignedAddress {
  readonly url: string;
  readonly expiresAt: string;
}

/** A request that needs no token, with exactly these headers. */
export interface SignedRequest extends SignedAddress {
  readonly method: 'PUT';
  readonly headers: Readonly<Record<string, string>>;
}

/** Addresses that let a client exchange files with the bucket, and nothing else. */
export interface ObjectAddresses {
  /** Creates one object of exactly so many bytes, unless there is one. */
  forUpload(key: string, bytes: number): Promise<SignedRequest>;
  /** Sends one part of exactly so many bytes. */
  forPart(key: string, uploadId: string, partNumber: number, bytes: number): Promise<SignedRequest>;
  /** Gives the object as a file to save under that name. */
  forDownload(key: string, fileName: string): Promise<SignedAddress>;
}

export class ObjectMissing extends Error {
  override readonly name = 'ObjectMissing';
}

export class UploadGone extends Error {
  override readonly name = 'UploadGone';
}

export interface WaitingTable {
  readonly prefix: string;
  /** When the import at the head of the queue was made. */
  readonly since: string;
}

/** A CRM table whose lease is held or draining. */
export interface HeldTable {
  readonly prefix: string;
  /** When the lease was granted. */
  readonly since: string;
}

/** What the end of an import means beside its record. */
export interface EndEffects {
  /** Added to the table's counters. */
  readonly added?: TableCounts | undefined;
  /** The import wrote no customer whatever its status, so it supersedes no other import. */
  readonly isDryRun?: boolean;
}

/** Imports, and per CRM table the queue in which they wait and the lease under which one of them runs. */
export interface ImportRepository {
  /** Records a new import. */
  create(created: NewImport): Promise<'created' | 'exists'>;
  find(importId: string): Promise<Import | undefined>;
  /** The imports of a CRM table, or those that belong to none (`NO_TABLE`), newest first; eventually consistent. */
  list(prefix: string, page: PageRequest): Promise<Page<Import>>;
  readLease(prefix: string): Promise<Lease>;
  /** The import that has waited longest, those in `skipped` apart. */
  nextInQueue(prefix: string, skipped?: ReadonlySet<string>): Promise<string | undefined>;
  /** The place of a queued import in its table's queue: 1 is the next to run, and 1,001 stands for all that follow. */
  queuePosition(queued: Import): Promise<number>;
  /** CRM tables in whose queue something waits, each with the oldest import of its queue; eventually consistent. */
  waitingTables(): Promise<WaitingTable[]>;
  /** CRM tables whose lease is held or draining, the oldest grant first, read page by page; eventually consistent. */
  heldTables(): AsyncIterable<HeldTable>;
  /**
   * Takes the lease, leaves the queue and turns `running`, all or nothing. The lease must be free, or drain from an earlier
   * attempt of the same import.
   */
  claim(queued: Import, lease: Lease, startedAt: string): Promise<'claimed' | 'lost'>;
  /**
   * Ends a running import and adds to the table's counters, all or nothing. Its lease is free, or drains while `drainsUntil`
   * of the outcome, or of an earlier attempt, has not come. `lost`: another call has ended it; nothing was written.
   */
  end(running: Import, outcome: ImportOutcome, effects?: EndEffects): Promise<'ended' | 'lost'>;
  /** Frees a draining lease whose time is over at `now`; changes nothing if it is not, or was granted again. */
  freeDrained(prefix: string, lease: Lease, now: string): Promise<void>;
  /** Keeps `importId` as the name of this upload's import, unless it has one: answers the name that it has for good. */
  nameUpload(source: SourceVersion, importId: string): Promise<string>;
  /**
   * Stores a change of the status of an import that does not run, if the import still has the status and attempt that were
   * read. The import is in its table's queue afterwards exactly if it is `queued`.
   */
  move(change: StatusChange): Promise<'moved' | 'lost'>;
  /** Notes on a running import that it is to be cancelled. */
  requestCancel(running: Import, at: string): Promise<'requested' | 'lost'>;
  /** @throws StaleFence when the import has lost its lease. */
  reportProgress(importId: string, fence: number, progress: StageProgress): Promise<void>;
}

export class StaleFence extends Error {
  override readonly name = 'StaleFence';
}

/** What a CRM table is thought to hold: counted when an import ends, so that estimates need not read the table. */
export interface TableCounts {
  readonly customers: number;
  /** The mean size of their items; 0 while nothing was counted. */
  readonly itemBytes: number;
}

export interface TableCounters {
  read(prefix: string): Promise<TableCounts>;
}

/** Sees to it, some time soon, that a CRM table's next import runs. */
export interface Dispatcher {
  dispatch(prefix: string): Promise<void>;
}

export type WorkflowStatus = 'unknown' | 'running' | 'ended';

/** The workflow engine. */
export interface Workflow {
  /** Starting a name that was started before is no error. */
  start(name: string, input: WorkflowInput): Promise<void>;
  status(name: string): Promise<WorkflowStatus>;
}

/** What became of a run of a schedule. */
export interface ScheduleRun {
  readonly scheduledAt: string;
  /** How many imports it made; 1 for a run that was missed. */
  readonly imports: number;
  /** The last of these imports, to which `status`, `reason` and `counts` belong. */
  readonly importId: string;
  /** How many other files the inbox held that the schedule has never imported. */
  readonly passedOver?: number;
  /** How many new files it left to the next run. */
  readonly remaining?: number;
  readonly status: string;
  /** Why it was missed, rejected or failed. */
  readonly reason?: string;
  readonly counts?: Readonly<Record<string, number>>;
}

/** What schedules have done. It is written together with their imports: see `ImportRepository.create`. */
export interface ScheduleRuns {
  /** Whether the schedule is there still. */
  isKnown(prefix: string, scheduleId: string): Promise<boolean>;
  /** Whether the run for this time has made an import, a `missed` one included. */
  hasRun(scheduleId: string, scheduledAt: string): Promise<boolean>;
  /** Hashes (`hashOf`) of the object versions of which imports were made for the schedule. */
  importedFiles(scheduleId: string): Promise<ReadonlySet<string>>;
  /** How many of its runs found nothing to import. */
  missedCount(scheduleId: string): Promise<number>;
  last(scheduleId: string): Promise<ScheduleRun | undefined>;
}
