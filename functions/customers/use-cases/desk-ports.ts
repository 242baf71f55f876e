import type { HighWaterMarks, PublishedTableReader } from '../../crm-tables/index.ts';
import type { ImportedChanges } from '../../imports/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import type { CustomerHistory, CustomerRecords, CustomerSearch, OpenSearches } from '../ports.ts';

/** What the use cases of single customers need. */
export interface DeskPorts {
  readonly tables: PublishedTableReader;
  readonly highWaterMarks: HighWaterMarks;
  readonly records: CustomerRecords;
  readonly history: CustomerHistory;
  readonly importedChanges: ImportedChanges;
  readonly search: CustomerSearch;
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
  readonly revision: number;
}
