// The rules of values are those of the API and of imports, in their own modules: see ADR 33.
import * as z from 'zod';
import { cellValue } from '../../../functions/crm-tables/domain/cell-value.ts';
import type { Field } from '../../../functions/crm-tables/domain/field.ts';
import { checkValue, requiredProblem, type ValueFinding } from '../../../functions/crm-tables/domain/field-value.ts';
import { normaliseForSearch } from '../../../functions/crm-tables/domain/normalise.ts';
import { shownValue } from '../../../functions/crm-tables/domain/shown-value.ts';
import { cellsOf } from '../../../functions/imports/domain/csv/cells.ts';
import { namesOf } from './named-reason.ts';

// The content security policy forbids code that is made from texts. zod would try it for the schema of the telephone
// metadata, which is made at the first number.
z.config({ jitless: true });

export { cellsOf, cellValue, shownValue, type ValueFinding };

/** The findings about a value of a field, as an import would report them, with the label of the field. */
export function findingsOf(
  field: Field,
  value: string,
  country: string,
): { readonly problem?: ValueFinding; readonly warning?: ValueFinding } {
  const name = namesOf([field]);
  const named = ({ code, reason }: ValueFinding): ValueFinding => ({ code, reason: name(reason) });
  if (value === '') return field.required ? { problem: named(requiredProblem(field)) } : {};
  const { problem, warning } = checkValue(field, value, country);
  return { ...(problem && { problem: named(problem) }), ...(warning && { warning: named(warning) }) };
}

/** A value as search compares it; undefined if it does not have the form of the field. */
export const comparable = (field: Field, value: string, country: string): string | undefined =>
  value === '' ? undefined : normaliseForSearch(field, value, country);
