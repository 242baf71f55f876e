import { type PublishedTable, requirePublished } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { fieldAccess } from '../../shared/domain/field-rules.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { type EntityUseCases, entityUseCases } from '../../shared/use-cases/entity-use-cases.ts';
import {
  type Conditions,
  type Filter,
  type FilterInput,
  type FilterPath,
  fieldsOf,
  filterPath,
} from '../domain/filter.ts';
import { filterViolations } from '../domain/filter-rules.ts';
import type { FilterPorts } from '../ports.ts';

/** The fields of a table that the caller sees. */
export function seenFields(caller: Pick<Caller, 'grants'>, table: PublishedTable) {
  const { isHidden } = fieldAccess(caller, 'customers.search', table);
  return table.fields.filter(({ code }) => !isHidden(code));
}

/** @throws DomainError `filter.invalid` for conditions that do not fit the fields which the caller sees */
export function checkConditions(caller: Pick<Caller, 'grants'>, table: PublishedTable, all: Conditions): void {
  const violations = filterViolations(table, seenFields(caller, table), all);
  if (violations.length === 0) return;
  const message = `The conditions do not fit CRM table ${table.prefix}; see errors.`;
  throw new DomainError('invalid', 'filter.invalid', message, violations);
}

/** Whether a caller may know a filter: it must not reveal values of a field that is hidden from the caller. */
export function maySee(caller: Pick<Caller, 'grants'>, table: PublishedTable, { all }: Pick<Filter, 'all'>): boolean {
  const { isHidden } = fieldAccess(caller, 'customers.search', table);
  return ![...fieldsOf(all)].some(isHidden);
}

/** The account of the table is where the audit lists the acts. */
const ordinary = ({ accountPrefix }: Pick<PublishedTable, 'accountPrefix'>) =>
  entityUseCases({
    noun: 'filter',
    repository: ({ filters }: FilterPorts) => filters,
    make: (input: FilterInput & { updatedAt: string }, { prefix }: Pick<FilterPath, 'prefix'>, { ids }) => ({
      prefix,
      filterId: ids.newId(),
      ...input,
      createdAt: input.updatedAt,
    }),
    update: (before: Filter, change: FilterInput & { updatedAt: string }) => ({ ...before, ...change }),
    idOf: filterPath,
    // The values of conditions may be those of customers.
    audit: { account: () => accountPrefix, table: ({ prefix }) => prefix, personal: ['all'] },
  });

const timed = ({ clock }: FilterPorts, input: FilterInput) => ({ ...input, updatedAt: clock.now().toISOString() });

function hidden(filterId: string): DomainError {
  return new DomainError('not-found', 'filter.not-found', `There is no filter ${filterId}.`);
}

/** A filter that the caller may know. @throws DomainError `crm-table.*`, `filter.not-found` */
export async function getFilter(
  ports: Pick<FilterPorts, 'filters' | 'tables'>,
  path: FilterPath,
  caller: Pick<Caller, 'grants'>,
): Promise<Revised<Filter>> {
  const table = await requirePublished(ports, path.prefix);
  const found = await ports.filters.read(path);
  if (!found || !maySee(caller, table, found.value)) throw hidden(path.filterId);
  return found;
}

/** @throws DomainError `filter.in-use` */
async function requireUnused({ filterUses }: FilterPorts, path: FilterPath): Promise<void> {
  const names = await filterUses.of(path);
  if (names.length === 0) return;
  const message = `Export definitions use this filter: ${names.join(', ')}. Delete them first, or give them another filter.`;
  throw new DomainError('conflict', 'filter.in-use', message);
}

/** The use cases of filters: a filter on a field that is hidden from the caller does not exist for the caller. */
export const filterUseCases: EntityUseCases<
  FilterPorts,
  Filter,
  Pick<FilterPath, 'prefix'>,
  FilterPath,
  FilterInput,
  FilterInput
> = {
  async list(ports, parent, request, origin) {
    const table = await requirePublished(ports, parent.prefix);
    const page = await ordinary(table).list(ports, parent, request, origin);
    return { ...page, items: page.items.filter(({ value }) => maySee(origin.caller, table, value)) };
  },
  async create(ports, parent, input, origin) {
    const table = await requirePublished(ports, parent.prefix);
    checkConditions(origin.caller, table, input.all);
    return ordinary(table).create(ports, parent, timed(ports, input), origin);
  },
  get: (ports, path, { caller }) => getFilter(ports, path, caller),
  async update(ports, path, input, revision, origin) {
    const table = await requirePublished(ports, path.prefix);
    await getFilter(ports, path, origin.caller);
    checkConditions(origin.caller, table, input.all);
    return ordinary(table).update(ports, path, timed(ports, input), revision, origin);
  },
  async remove(ports, path, revision, origin) {
    await getFilter(ports, path, origin.caller);
    await requireUnused(ports, path);
    return ordinary(await requirePublished(ports, path.prefix)).remove(ports, path, revision, origin);
  },
};
