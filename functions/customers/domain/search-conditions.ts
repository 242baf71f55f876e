import { CUSTOMER_ID_CODE, type Field, isIndexed } from '../../crm-tables/index.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { CustomerRecord } from './customer-record.ts';
import type { CustomerView } from './customer-view.ts';
import { matchesTerm, type SearchTerm, termOf } from './search-terms.ts';

/** As a person gives them: values of fields, all of which are needed, and a text that any field may match. */
interface GivenConditions {
  readonly text?: string | undefined;
  readonly fields: ReadonlyArray<{ readonly code: string; readonly value: string }>;
}

/** The conditions of a search: all of `needed`, and one of `any` if there is a text. */
export interface Conditions {
  readonly needed: readonly SearchTerm[];
  readonly any: readonly SearchTerm[];
  readonly text: string | undefined;
}

const invalidSearch = (violations: readonly Violation[]) =>
  new DomainError('invalid', 'search.invalid', 'Some conditions cannot be searched; see errors.', violations);

function faultOf(view: CustomerView, field: Field | undefined, code: string): Omit<Violation, 'pointer'> {
  if (!field) return { code: 'field.unknown', detail: `The CRM table has no field ${code}.` };
  if (!isIndexed(field) || !view.table.slots.some((slot) => slot.code === code))
    return { code: 'field.not-searchable', detail: `Field ${code} does not have the flag Search.` };
  return {
    code: 'search.too-short',
    detail:
      field.type === 'telephone'
        ? 'This is not a whole telephone number.'
        : 'Give at least three characters, or the whole value.',
  };
}

/** @throws DomainError `search.invalid` */
export function conditionsOf(view: CustomerView, { text, fields }: GivenConditions): Conditions {
  const { defaultCountry, slots } = view.table;
  const searchable = view.fields.filter((field) => isIndexed(field) && slots.some(({ code }) => code === field.code));
  const violations: Violation[] = [];
  const needed = fields.flatMap(({ code, value }, index) => {
    const field = searchable.find((each) => each.code === code);
    const term = field && termOf(field, value, defaultCountry);
    if (!term) violations.push({ pointer: `/fields/${index}`, ...faultOf(view, view.field(code), code) });
    return term ?? [];
  });
  if (violations.length > 0) throw invalidSearch(violations);
  const any = text === undefined ? [] : searchable.flatMap((field) => termOf(field, text, defaultCountry) ?? []);
  return { needed, any, text };
}

/** Codes of the fields by which a customer matches; empty if it does not match every condition. */
export function matchedBy(
  { table }: CustomerView,
  { needed, any, text }: Conditions,
  record: CustomerRecord,
): string[] {
  const matching = (terms: readonly SearchTerm[]) =>
    terms.filter((term) => matchesTerm(term, record.values, table.defaultCountry)).map(({ field }) => field.code);
  const byNeeded = matching(needed);
  if (byNeeded.length < needed.length) return [];
  if (text === undefined) return byNeeded;
  const byText = [...(record.customerId === text ? [CUSTOMER_ID_CODE] : []), ...matching(any)];
  return byText.length === 0 ? [] : [...new Set([...byNeeded, ...byText])];
}
