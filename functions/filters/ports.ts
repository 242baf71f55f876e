import type { PublishedTableReader } from '../crm-tables/index.ts';
import type { CustomerPages } from '../customers/index.ts';
import type { Clock } from '../shared/domain/clock.ts';
import type { Ids } from '../shared/domain/ids.ts';
import type { Repository } from '../shared/domain/repository.ts';
import type { Filter, FilterPath } from './domain/filter.ts';

export type FilterRepository = Repository<Filter, Pick<FilterPath, 'prefix'>, FilterPath>;

/** What a filter is used for. */
export interface FilterUses {
  /** The names of the export definitions with the filter. */
  of(path: FilterPath): Promise<readonly string[]>;
}

export interface FilterPorts {
  readonly filters: FilterRepository;
  readonly filterUses: FilterUses;
  readonly tables: PublishedTableReader;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface CountPorts {
  readonly tables: PublishedTableReader;
  readonly pages: Pick<CustomerPages, 'customers'>;
}
