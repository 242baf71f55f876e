import { ApiError } from '../../shared/api/api-error.ts';
import type { components } from '../../shared/api/schema.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import type { Rules } from '../../shared/form/form-model.ts';
import { findingsOf } from '../../shared/value-rules.ts';
import type { Field, Values } from '../fields-model.ts';

type Warning = components['schemas']['ValueWarning'];

/** A value for each field of a form. */
export const formValues = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(fields.map(({ code }) => [code, values[code] ?? '']));

/** The checks of a form, which are those of an import. A value that stays is not checked: it may be older than its field. */
export function rulesOf(fields: readonly Field[], base: Values | undefined, country: string): Rules<Values> {
  return Object.fromEntries(
    fields.map((field) => [
      field.code,
      (value: string) => {
        if (value === base?.[field.code]) return undefined;
        // Without a Customer ID the table gives the next one.
        if (field.code === CUSTOMER_ID && value === '') return undefined;
        return findingsOf(field, value, country).problem?.reason;
      },
    ]),
  );
}

/** The warnings that the API reports, in the words of the import's. */
export function warningTexts(
  warnings: readonly Warning[],
  fields: readonly Field[],
  values: Values,
  country: string,
): readonly string[] {
  return warnings.map(({ field: code, code: warning }) => {
    const field = fields.find((each) => each.code === code);
    const found = field && findingsOf(field, values[field.code] ?? '', country).warning;
    return found?.reason ?? `${field?.label ?? code ?? ''}: ${warning}`;
  });
}

/** An error of the API whose pointers name fields of the form; what belongs to no field of it is in the message. */
export function formError(error: unknown, fields: readonly Field[]): unknown {
  if (!(error instanceof ApiError) || error.violations.length === 0) return error;
  const violations = error.violations.map(({ pointer, ...rest }) => ({
    ...rest,
    pointer: pointer === '/customerId' ? `/${CUSTOMER_ID}` : pointer.replace(/^\/values/, ''),
  }));
  const isShown = ({ pointer }: { readonly pointer: string }) => fields.some(({ code }) => pointer === `/${code}`);
  const others = violations.filter((each) => !isShown(each)).map(({ detail }) => detail);
  const { status, message, code, requestId } = error;
  return new ApiError(status, [message, ...others].join(' '), { code, requestId, violations });
}
