import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Removal } from '../shared/domain/removal.ts';
import type { Blocker, Job, Person, Progress } from './domain/job.ts';

/** A CRM table as a deletion sees it: also one that is being deleted. */
export interface MaintainedTable {
  readonly prefix: string;
  readonly accountPrefix: string;
  readonly shardCount: number;
  readonly publishedVersion: number | undefined;
  readonly isClosed: boolean;
}

/** The CRM tables, for their deletion. */
export interface MaintainedTables {
  find(prefix: string): Promise<MaintainedTable | undefined>;
  /** Deletes the table itself, whose prefix is free afterwards. May be repeated. */
  release(table: MaintainedTable, jobId: string): Promise<void>;
  /** Opens tables again whose deletion does not take place. */
  reopen(tables: readonly MaintainedTable[], jobId: string): Promise<void>;
}

/** What uses a CRM table. */
export interface TableUses {
  campaigns(accountPrefix: string, prefixes: readonly string[]): Promise<Blocker[]>;
  /** Imports that run, drain or wait in the queue. */
  imports(prefix: string): Promise<Blocker[]>;
  /** Schedules with a run in the next minutes. */
  schedules(prefix: string): Promise<Blocker[]>;
}

/** The contents of a CRM table, for the person who decides. */
export interface TableContents {
  readonly prefix: string;
  readonly name: string;
  /** By the counters of the imports: customers that people have created or deleted are not in it. */
  readonly customers: number;
  readonly imports: number;
  readonly definitions: number;
  readonly schedules: number;
  readonly filters: number;
  readonly exports: number;
  readonly exportDefinitions: number;
  readonly versions: number;
}

export interface ContentsReader {
  read(table: MaintainedTable): Promise<TableContents>;
}

/** A job that a worker holds. */
export interface HeldJob {
  readonly job: Job;
  readonly progress: Progress;
  /** Of an erasure. */
  readonly person: Person | undefined;
  readonly heldUntil: string;
}

/** `import-running`: the lease of a CRM table is held; `table-gone`: it is being deleted, or is deleted. */
export type StartRejection = 'import-running' | 'table-gone' | 'exists';

export interface JobRepository {
  /** Stores the job and closes its CRM tables, in one transaction. */
  start(job: Job, tables: readonly MaintainedTable[], entry: AuditEntry): Promise<'written' | StartRejection>;
  /** Stores the job, and lets no import of the CRM table begin until it has removed what imports could bring back. */
  startErasure(job: Job, person: Person, entry: AuditEntry): Promise<'written' | StartRejection>;
  /** Lets imports of the CRM table begin again. May be repeated. */
  reopenQueue(tablePrefix: string): Promise<void>;
  find(accountPrefix: string, jobId: string): Promise<Job | undefined>;
  /** The newest first. */
  list(accountPrefix: string, page: PageRequest): Promise<Page<Job>>;
  /** The jobs that have not ended; eventually consistent. */
  due(): Promise<ReadonlyArray<Pick<Job, 'accountPrefix' | 'jobId'>>>;
  /** @returns undefined if another worker holds the job, or it has ended */
  take(id: Pick<Job, 'accountPrefix' | 'jobId'>, now: Date, until: Date): Promise<HeldJob | undefined>;
  /** @returns `lost` if another worker has taken the job */
  save(held: HeldJob): Promise<'saved' | 'lost'>;
  /** Saves the job, which another worker may take then. */
  giveBack(held: HeldJob): Promise<void>;
  /** Another worker may take the job as it was saved last. */
  release(held: HeldJob): Promise<void>;
  /** The job has ended: it is stored as it is, and no worker takes it any more. */
  end(held: HeldJob): Promise<'saved' | 'lost'>;
}

/** Soon starts a worker. Without it the clock starts one within a minute. */
export interface JobWorker {
  start(): Promise<void>;
}

/** Whether a job that writes the search index of a CRM table runs; no further one begins after the first question. */
export interface IndexJobs {
  holdAndCheck(prefix: string): Promise<'free' | 'running'>;
}

/** A version of a file that names the person. The newest version of a text is written again without the records. */
export interface PersonFile {
  readonly key: string;
  readonly versionId: string;
  readonly act: 'rewrite' | 'delete';
}

export interface PersonFilesPage {
  readonly found: readonly PersonFile[];
  /** Where the search goes on; absent at the end of the folder. */
  readonly next?: string;
}

/** The files that may name a person, in all versions. */
export interface PersonFiles {
  /** Searches the next few versions of a folder's files. */
  search(folder: string, sought: readonly string[], after: string | undefined): Promise<PersonFilesPage>;
  /** May be repeated. */
  clear(file: PersonFile, sought: readonly string[]): Promise<void>;
}

/** Whether there is a customer, or the tombstone of a deleted one. */
export type KnownCustomers = (table: MaintainedTable, customerId: string) => Promise<boolean>;

/** One customer, as an erasure sees it. */
export interface CustomerErasure {
  /** Whether there is a customer; false for a tombstone. */
  isThere(table: MaintainedTable, customerId: string): Promise<boolean>;
  /** Replaces the customer by a tombstone, where no customer can be created. May be repeated. */
  replace(table: MaintainedTable, customerId: string, at: string): Promise<void>;
  /** Lets a customer be created again in the place of the tombstone. May be repeated. */
  open(table: MaintainedTable, customerId: string): Promise<void>;
  /** The history, the notes and the entries of the search index. */
  removals(customerId: string): { readonly history: Removal; readonly entries: Removal };
}

/** The documents of a customer with their files. */
export interface PersonDocuments {
  count(table: MaintainedTable, customerId: string): Promise<number>;
  /** May be repeated. */
  remove(table: MaintainedTable, customerId: string): Promise<void>;
}

/** The search index of a CRM table, which has the values of a customer until it is written again. */
export interface IndexRewrite {
  order(table: MaintainedTable, at: string): Promise<void>;
  /** Whether no block is older than that time. */
  isNewerThan(table: MaintainedTable, at: string): Promise<boolean>;
}
