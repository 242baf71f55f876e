import { isFieldCode } from '../../shared/domain/crm-table-names.ts';
import type { FieldInput } from './draft.ts';

const FIRST_STANDARD = 8;
const FIRST_CUSTOM = 21;
/** 64 custom fields: P021 to P084. */
const LAST_CUSTOM = 84;

function codeOf(number: number): string {
  return `P${String(number).padStart(3, '0')}`;
}

/** P008 to P020 are the standard fields, P021 to P084 the custom ones. */
export function isKnownCode(code: string): boolean {
  if (!isFieldCode(code)) return false;
  const number = Number(code.slice(1));
  return number >= FIRST_STANDARD && number <= LAST_CUSTOM;
}

/**
 * The codes of the fields: their own, or the next free custom code. A code that was ever published is not free, since
 * customers may still hold values of a removed field. Undefined if no code is free.
 */
export function assignCodes(
  fields: ReadonlyArray<Pick<FieldInput, 'code'>>,
  publishedCodes: readonly string[],
): ReadonlyArray<string | undefined> {
  const taken = new Set([...publishedCodes, ...fields.flatMap((field) => field.code ?? [])]);
  let next = FIRST_CUSTOM;
  return fields.map((field) => {
    if (field.code !== undefined) return field.code;
    while (taken.has(codeOf(next))) next += 1;
    if (next > LAST_CUSTOM) return undefined;
    const code = codeOf(next);
    taken.add(code);
    return code;
  });
}
