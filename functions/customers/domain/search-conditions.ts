import { CUSTOMER_ID_CODE, type Field, isIndexed } from '../../crm-tables/index.ts';
import { type Match, matchAll, type Query, queryOf, type Term, termsOfField } from '../../search/index.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { CustomerRecord } from './customer-record.ts';
import type { CustomerView } from './customer-view.ts';

/** As a person gives them: values of fields, all of which are needed, and a text that any field may match. */
interface GivenConditions {
  readonly text?: string | undefined;
  readonly fields: ReadonlyArray<{ readonly code: string; readonly value: string }>;
}

/** What a search looks for. */
export interface Conditions {
  readonly text: string | undefined;
  readonly query: Query;
  /** Terms that a customer with the text as Customer ID has to match, too. */
  readonly needed: readonly Term[];
}

/** A customer that matches: by which fields, and how well. */
export interface Found {
  readonly matched: readonly Match[];
  readonly rank: number;
}

const invalidSearch = (violations: readonly Violation[]) =>
  new DomainError('invalid', 'search.invalid', 'Some conditions cannot be searched; see errors.', violations);

function faultOf(field: Field | undefined, code: string): Omit<Violation, 'pointer'> {
  if (!field) return { code: 'field.unknown', detail: `The CRM table has no field ${code}.` };
  if (!isIndexed(field))
    return { code: 'field.not-searchable', detail: `Field ${code} does not have the flag Search.` };
  const detail =
    field.type === 'telephone'
      ? 'Give at least three digits: a whole number, or its last seven digits.'
      : field.type === 'email'
        ? 'Give at least three characters.'
        : 'Give at least one letter or digit.';
  return { code: 'search.too-short', detail };
}

/** The fields by which the caller can search. */
export const searchedFields = (view: CustomerView): readonly Field[] => view.fields.filter(isIndexed);

/** @throws DomainError `search.invalid` */
export function conditionsOf(view: CustomerView, { text, fields }: GivenConditions): Conditions {
  const { defaultCountry } = view.table;
  const violations: Violation[] = [];
  const needed = fields.flatMap(({ code, value }, index) => {
    const field = view.field(code);
    const terms = field && isIndexed(field) ? termsOfField(field, value, defaultCountry) : [];
    if (terms.length === 0) violations.push({ pointer: `/fields/${index}`, ...faultOf(field, code) });
    return terms;
  });
  if (violations.length > 0) throw invalidSearch(violations);
  return { text, needed, query: queryOf(view.table, searchedFields(view), text, needed) };
}

/** Compares a customer with one way to read a search. */
export function foundBy({ table }: CustomerView, terms: readonly Term[], record: CustomerRecord): Found | undefined {
  const found = matchAll(terms, table, record.values);
  return found && { matched: found.fields, rank: found.rank };
}

/** Compares the customer whose ID is the text: it is the best hit. */
export function foundById({ table }: CustomerView, { needed }: Conditions, record: CustomerRecord): Found | undefined {
  const found = matchAll(needed, table, record.values);
  return found && { matched: [{ field: CUSTOMER_ID_CODE, how: 'whole' }, ...found.fields], rank: -1 };
}
