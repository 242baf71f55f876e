import type { DraftReader, HighWaterMarks, PublishedTableReader, TableDirectory } from '../../crm-tables/index.ts';
import type { CustomerSearch, SingleWriter } from '../../search/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import type { ExpectedRevision } from '../../shared/domain/revised.ts';
import type {
  CustomerHistory,
  CustomerNotes,
  CustomerPages,
  CustomerRecords,
  ImportedChanges,
  OpenSearches,
} from '../ports.ts';

/** What the use cases of single customers need. */
export interface DeskPorts {
  readonly tables: PublishedTableReader;
  readonly drafts: DraftReader;
  readonly directory: TableDirectory;
  readonly highWaterMarks: HighWaterMarks;
  readonly records: CustomerRecords;
  readonly pages: Pick<CustomerPages, 'customers'>;
  readonly history: CustomerHistory;
  readonly notes: CustomerNotes;
  readonly importedChanges: ImportedChanges;
  readonly search: CustomerSearch;
  readonly singles: SingleWriter;
  readonly openSearches: OpenSearches;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The address of a customer. */
export interface CustomerAddress {
  readonly prefix: string;
  readonly customerId: string;
}

/** The sender of a request, and the version that the request is based on. */
export interface EditOrigin {
  readonly caller: Caller;
  readonly revision: ExpectedRevision;
}
