import { PrefixParameterSchema } from '../../shared/http/path-parameters.ts';
import type { Route } from '../../shared/http/route.ts';
import { CustomerIdSchema } from '../domain/customer-id.ts';
import type { DeskPorts } from '../use-cases/desk-ports.ts';
import type { CustomerServices } from './common.ts';

type Params = Parameters<NonNullable<Route<unknown>['begin']>>[1];
type Begun<Name extends keyof CustomerServices> = Partial<Pick<CustomerServices, Name>>;

/** A failure is that of the reader, which a request without rights does not reach. */
function begun<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}

const prefixOf = (params: Params) => PrefixParameterSchema.safeParse(params.prefix).data;

function tableOf({ tables }: Pick<CustomerServices, 'tables'>, prefix: string): DeskPorts['tables'] {
  const found = begun(tables.readPublished(prefix));
  return {
    readPublished: (named) => (named === prefix ? found : tables.readPublished(named)),
    readVersion: (named, version) => tables.readVersion(named, version),
  };
}

/** Begins to read the CRM table, once for the whole request. */
export function beginTable(services: Pick<CustomerServices, 'tables'>, params: Params): Begun<'tables'> {
  const prefix = prefixOf(params);
  return prefix === undefined ? {} : { tables: tableOf(services, prefix) };
}

/** Begins to read the CRM table and the head of its search index. */
export function beginSearch(
  services: Pick<CustomerServices, 'tables' | 'search'>,
  params: Params,
): Begun<'tables' | 'search'> {
  const prefix = prefixOf(params);
  if (prefix === undefined) return {};
  const { search } = services;
  const index = begun(search.open(prefix));
  return {
    tables: tableOf(services, prefix),
    search: { open: (named) => (named === prefix ? index : search.open(named)) },
  };
}

/**
 * Begins to read the CRM table, and the customer by the version of the table that was read last. After another publication
 * the customer is read again.
 */
export function beginCustomer(
  services: Pick<CustomerServices, 'tables' | 'records' | 'versions'>,
  params: Params,
): Begun<'tables' | 'records'> {
  const { records, versions } = services;
  const prefix = prefixOf(params);
  const id = CustomerIdSchema.safeParse(params.customerId).data;
  const last = prefix === undefined ? undefined : versions.lastRead(prefix);
  if (last === undefined || id === undefined) return beginTable(services, params);
  const found = begun(records.read(last, id, false));
  return {
    ...beginTable(services, params),
    records: {
      ...records,
      read: (table, customerId, consistent) =>
        table === last && customerId === id && !consistent ? found : records.read(table, customerId, consistent),
    },
  };
}
