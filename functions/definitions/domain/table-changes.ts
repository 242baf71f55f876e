import * as z from 'zod';
import { CUSTOMER_ID_CODE, type CurrentFields, type Field } from '../../crm-tables/index.ts';
import { foldName } from '../../shared/domain/text.ts';
import type { Definition, KnownField } from './definition.ts';
import { fieldsByCode, isDateType, isStrictType } from './fit-table.ts';

/** A change to the CRM table that affects a definition saved before it. */
export const DefinitionWarningSchema = z
  .strictObject({
    code: z.enum(['field.removed', 'field.type-changed', 'field.renamed', 'field.newly-required']),
    /** Code of the field. */
    field: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'ImportDefinitionWarning' });
export type DefinitionWarning = z.infer<typeof DefinitionWarningSchema>;

/** The fields that a definition names: those of its mapping, and the strict ones. */
function namedFields({ mapping, options }: Definition): Set<string> {
  const mapped = mapping.flatMap(({ field }) => (field === null ? [] : [field]));
  return new Set([...mapped, ...(options.strictFields ?? [])]);
}

/** The fields for which a definition was saved, and the version; 0 for the draft before the first publication. */
export interface FieldsBefore {
  readonly version: number;
  readonly fields: readonly KnownField[];
}

/**
 * The changes between two versions of its CRM table that affect a definition.
 * @param before undefined for a draft whose fields the definition has not kept: then only fields that no longer fit are known
 */
export function warningsOf(
  definition: Definition,
  before: FieldsBefore | undefined,
  now: CurrentFields,
): readonly DefinitionWarning[] {
  if (before && before.version > 0 && before.version === now.version) return [];
  const old = new Map((before?.fields ?? []).map((field) => [field.code, field]));
  const current = fieldsByCode(now);
  const gone = [...namedFields(definition)].flatMap((code) =>
    current.has(code) ? [] : [removed(code, old.get(code))],
  );
  const changed = now.fields.flatMap((field) => [
    ...typeWarning(definition, old.get(field.code), field),
    ...labelWarning(definition, old.get(field.code), field),
    ...requiredWarning(definition, old.get(field.code), field),
  ]);
  return [...gone, ...changed, ...(before ? [] : noDates(definition, current))];
}

function noDates({ mapping }: Definition, current: ReadonlyMap<string, Field>): DefinitionWarning[] {
  return mapping.flatMap(({ field, column, dateForm }): DefinitionWarning[] => {
    const found = field === null ? undefined : current.get(field);
    if (dateForm === undefined || !found || isDateType(found)) return [];
    const detail = `Field ${found.code} (${found.label}) is no date, but the definition reads dates from the column "${column}". An import with the definition is rejected.`;
    return [{ code: 'field.type-changed', field: found.code, detail }];
  });
}

function removed(code: string, old: KnownField | undefined): DefinitionWarning {
  const name = old ? `${code} (${old.label})` : code;
  return { code: 'field.removed', field: code, detail: `Field ${name} is no longer in the CRM table.` };
}

function typeWarning(
  definition: Definition,
  old: KnownField | undefined,
  { code, label, type }: Field,
): DefinitionWarning[] {
  if (!old || old.type === type || !namedFields(definition).has(code)) return [];
  const isStrict = definition.options.strictFields?.includes(code) === true;
  const noLonger = isStrict && !isStrictType({ type }) ? ' It can no longer be strict.' : '';
  const detail = `Field ${code} (${label}) was of type ${old.type} and is now of type ${type}.${noLonger}`;
  return [{ code: 'field.type-changed', field: code, detail }];
}

/** The label matters only where a column is found by it, in the header row or in the definition itself. */
function labelWarning(
  definition: Definition,
  old: KnownField | undefined,
  { code, label }: Field,
): DefinitionWarning[] {
  if (!old || foldName(old.label) === foldName(label) || definition.options.header === false) return [];
  const mapped = definition.mapping.find(({ field }) => field === code);
  if (mapped && (typeof mapped.column === 'number' || foldName(mapped.column) !== foldName(old.label))) return [];
  const consequence = mapped
    ? `the definition still reads it from the column "${old.label}"`
    : `a column "${old.label}" no longer feeds it, unless the definition maps it to ${code}`;
  const detail = `Field ${code} was called "${old.label}" and is now called "${label}": ${consequence}.`;
  return [{ code: 'field.renamed', field: code, detail }];
}

function requiredWarning(definition: Definition, old: KnownField | undefined, field: Field): DefinitionWarning[] {
  const { code, label, required } = field;
  if (!required || old?.required === true || code === CUSTOMER_ID_CODE) return [];
  if (definition.mapping.some((entry) => entry.field === code)) return [];
  const otherwise = definition.options.header === false ? '' : ', unless the header row of the file names it';
  const detail = `Field ${code} (${label}) is now required, and no column of the definition feeds it${otherwise}.`;
  return [{ code: 'field.newly-required', field: code, detail }];
}
