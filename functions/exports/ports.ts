import type { PublishedTableReader } from '../crm-tables/index.ts';
import type { CustomerPages } from '../customers/index.ts';
import type { FilterRepository } from '../filters/index.ts';
import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { ObjectAddresses, ObjectStore } from '../shared/domain/object-store.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Repository } from '../shared/domain/repository.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Workflow } from '../shared/domain/workflow.ts';
import type { Export } from './domain/export.ts';
import type { ExportDefinition, ExportDefinitionPath } from './domain/export-definition.ts';
import type { ExportRunOutcome } from './domain/export-run.ts';

export interface ExportRepository {
  create(created: Export, entry: AuditEntry): Promise<'written' | 'exists'>;
  find(tablePrefix: string, exportId: string): Promise<Revised<Export> | undefined>;
  /** The newest first. */
  list(tablePrefix: string, page: PageRequest): Promise<Page<Export>>;
  /** @param entry of the person who did it; the workflow has none */
  replace(before: Revised<Export>, after: Export, entry?: AuditEntry): Promise<'written' | 'stale'>;
  /** When the last completed export of a definition has started. */
  lastOf(path: ExportDefinitionPath): Promise<string | undefined>;
  recordLast(path: ExportDefinitionPath, startedAt: string): Promise<void>;
}

export type ExportDefinitionRepository = Repository<
  ExportDefinition,
  Pick<ExportDefinitionPath, 'prefix'>,
  ExportDefinitionPath
>;

/** The last run of a schedule of exports, as the schedule shows it. */
export interface ExportRun {
  readonly scheduledAt: string;
  readonly imports: 0;
  readonly exportId?: string;
  readonly status: string;
  readonly reason?: string;
}

interface SchedulePath {
  readonly prefix: string;
  readonly scheduleId: string;
}

export interface ExportRuns {
  of(path: SchedulePath): Promise<{ readonly last: ExportRun | null; readonly missed: number }>;
  record(path: SchedulePath, scheduledAt: string, outcome: ExportRunOutcome): Promise<void>;
}

export interface ScheduleUses {
  isKnown(path: SchedulePath): Promise<boolean>;
  /** The names of the schedules that export by a definition. */
  of(path: ExportDefinitionPath): Promise<readonly string[]>;
}

/** The ports of the API. */
export interface ExportPorts {
  readonly exports: ExportRepository;
  readonly exportDefinitions: ExportDefinitionRepository;
  readonly filters: FilterRepository;
  readonly scheduleUses: Pick<ScheduleUses, 'of'>;
  readonly tables: PublishedTableReader;
  readonly store: Pick<ObjectStore, 'put' | 'list' | 'head'>;
  readonly addresses: Pick<ObjectAddresses, 'forDownload'>;
  readonly workflow: Workflow;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The ports of the steps. */
export interface PlanPorts {
  readonly exports: Pick<ExportRepository, 'find'>;
  readonly tables: Pick<PublishedTableReader, 'readVersion'>;
  /** The imports that may have written since a time. */
  readonly importsSince: (tablePrefix: string, since: string) => Promise<ReadonlySet<string>>;
  readonly store: ObjectStore;
}

export interface ShardPorts {
  readonly pages: CustomerPages;
  readonly store: ObjectStore;
  readonly clock: Clock;
}
