import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { type Design, type DesignField, FIELD_TYPES, isStandard } from './draft-model.ts';
import { addFields } from './field-edits-model.ts';

/** Fields that were cut or copied, and the CRM table from which they come. */
export interface Clipping {
  readonly tablePrefix: string;
  readonly fields: readonly DesignField[];
}

export function clippingOf(tablePrefix: string, { fields }: Design, keys: ReadonlySet<string>): Clipping {
  return { tablePrefix, fields: fields.filter(({ key, code }) => keys.has(key) && code !== CUSTOMER_ID) };
}

/** @param text of the browser's storage; undefined if it holds no fields */
export function parseClipping(text: string | null): Clipping | undefined {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    return isClipping(value) && value.fields.length > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

const member = (value: object, name: string): unknown => Reflect.get(value, name);

function isClipping(value: unknown): value is Clipping {
  if (typeof value !== 'object' || value === null || typeof member(value, 'tablePrefix') !== 'string') return false;
  const fields = member(value, 'fields');
  return Array.isArray(fields) && fields.every(isField);
}

function isField(value: unknown): value is DesignField {
  if (typeof value !== 'object' || value === null) return false;
  const [code, listValues, flags, type] = ['code', 'listValues', 'flags', 'type'].map((name) => member(value, name));
  return (
    ['key', 'label', 'tab'].every((name) => typeof member(value, name) === 'string') &&
    (code === undefined || (typeof code === 'string' && /^P\d{3}$/.test(code))) &&
    FIELD_TYPES.some((known) => known === type) &&
    typeof member(value, 'maxLength') === 'number' &&
    ['required', 'strict'].every((name) => typeof member(value, name) === 'boolean') &&
    Array.isArray(listValues) &&
    listValues.every((each) => typeof each === 'string') &&
    typeof flags === 'object' &&
    flags !== null &&
    ['search', 'insert', 'modify', 'result'].every((name) => typeof member(flags, name) === 'boolean')
  );
}

/** Labels are compared like the API compares them, blind to case. */
function freeLabel(label: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? label : `${label} (${number})`;
    if (!taken.has(candidate.trim().toLowerCase())) return candidate;
  }
}

/**
 * Whether a pasted field keeps its code. In its own table the code still means the same values of customers; in another
 * table only the code of a standard field does.
 */
function keptCode({ code }: DesignField, isOwnTable: boolean, taken: ReadonlySet<string>): string | undefined {
  if (code === undefined || taken.has(code)) return undefined;
  return isOwnTable || isStandard(code) ? code : undefined;
}

/**
 * The fields as they are pasted into a design: with keys of their own, and with labels and codes that no other field has.
 * @param newKey makes a key that no field has
 */
function pastable(
  design: Design,
  { tablePrefix, fields }: Clipping,
  target: Pick<Target, 'tablePrefix' | 'tab'>,
  newKey: () => string,
): readonly DesignField[] {
  const labels = new Set(design.fields.map(({ label }) => label.trim().toLowerCase()));
  const codes = new Set(design.fields.flatMap(({ code }) => code ?? []));
  return fields.map((field) => {
    const label = freeLabel(field.label, labels);
    labels.add(label.trim().toLowerCase());
    const code = keptCode(field, tablePrefix === target.tablePrefix, codes);
    if (code !== undefined) codes.add(code);
    return { ...field, key: newKey(), code, label, tab: target.tab };
  });
}

interface Target {
  readonly tablePrefix: string;
  readonly tab: string;
  /** The key of the field before the pasted ones; at the end of the tab if there is none. */
  readonly after?: string | undefined;
}

export function paste(
  design: Design,
  clipping: Clipping,
  target: Target,
  newKey: () => string,
): { readonly design: Design; readonly pasted: readonly DesignField[] } {
  const pasted = pastable(design, clipping, target, newKey);
  return { design: addFields(design, pasted, target.after), pasted };
}
