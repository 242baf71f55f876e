import { CUSTOMER_ID_CODE, type CurrentFields, type Field } from '../../crm-tables/index.ts';
import type { Violation } from '../../shared/domain/errors.ts';
import { foldName } from '../../shared/domain/text.ts';
import type { OptionChoices } from './import-options.ts';
import type { ColumnMapping, Mapping } from './mapping.ts';

/** The types whose values can be parsed, and so be rejected when they cannot. */
const STRICT_TYPES: readonly Field['type'][] = ['telephone', 'email'];

export const isStrictType = ({ type }: Pick<Field, 'type'>): boolean => STRICT_TYPES.includes(type);

/** The types whose values can be given in another form of dates. */
const DATE_TYPES: readonly Field['type'][] = ['date', 'date-time'];

export const isDateType = ({ type }: Pick<Field, 'type'>): boolean => DATE_TYPES.includes(type);

export const fieldsByCode = ({ fields }: Pick<CurrentFields, 'fields'>): ReadonlyMap<string, Field> =>
  new Map(fields.map((field) => [field.code, field]));

/** The violations of options for a CRM table; pointers begin with `/options`. */
export function optionViolations({ strictFields = [] }: OptionChoices, table: CurrentFields): Violation[] {
  const fields = fieldsByCode(table);
  return strictFields.flatMap((code, index): Violation[] => {
    const pointer = `/options/strictFields/${index}`;
    const field = fields.get(code);
    if (!field) return [unknownField(pointer, code, table)];
    if (isStrictType(field)) return [];
    const detail = `Field ${code} (${field.label}) is neither a telephone nor an e-mail field, so it cannot be strict.`;
    return [{ pointer, code: 'option.field-not-strict', detail }];
  });
}

/** The violations of a mapping for a CRM table; pointers begin with `/mapping`. */
function mappingViolations(mapping: Mapping, { header }: OptionChoices, table: CurrentFields): Violation[] {
  const fields = fieldsByCode(table);
  return mapping.flatMap((entry, index): Violation[] => {
    const at = `/mapping/${index}`;
    const earlier = mapping.slice(0, index);
    return [
      ...(entry.field !== null && !fields.has(entry.field) ? [unknownField(`${at}/field`, entry.field, table)] : []),
      ...repeated(entry, earlier, at),
      ...(header === false && typeof entry.column === 'string'
        ? [
            violation(
              `${at}/column`,
              'mapping.no-header',
              'Name the column by its position: the file has no header row.',
            ),
          ]
        : []),
      ...customerIdViolations(entry, at),
      ...dateFormViolations(entry, fields, at),
    ];
  });
}

function repeated({ column, field }: ColumnMapping, earlier: Mapping, at: string): Violation[] {
  const name = columnName(column);
  const found: Violation[] = [];
  if (earlier.some((each) => columnName(each.column) === name)) {
    found.push(violation(`${at}/column`, 'mapping.column-twice', 'This column occurs earlier in the mapping.'));
  }
  if (field !== null && earlier.some((each) => each.field === field)) {
    found.push(violation(`${at}/field`, 'mapping.field-twice', `Another column feeds field ${field} already.`));
  }
  return found;
}

const columnName = (column: ColumnMapping['column']): string | number =>
  typeof column === 'string' ? foldName(column) : column;

/** The file's Customer ID identifies the customer, so the mapping must not alter it. */
function customerIdViolations({ field, values, default: standIn }: ColumnMapping, at: string): Violation[] {
  if (field !== CUSTOMER_ID_CODE) return [];
  const detail = 'Customer IDs are imported unchanged. Remove values and default.';
  return [
    ...(values === undefined ? [] : [violation(`${at}/values`, 'mapping.customer-id', detail)]),
    ...(standIn === undefined ? [] : [violation(`${at}/default`, 'mapping.customer-id', detail)]),
  ];
}

/** A text such as `03/04/2026` is stored as typed, so only a date can be given in another form. */
function dateFormViolations(
  { field, dateForm }: ColumnMapping,
  fields: ReadonlyMap<string, Field>,
  at: string,
): Violation[] {
  const found = field === null ? undefined : fields.get(field);
  if (dateForm === undefined || !found || isDateType(found)) return [];
  const detail = `Field ${found.code} (${found.label}) is no date, so its values cannot be read with a date form.`;
  return [violation(`${at}/dateForm`, 'mapping.date-form', detail)];
}

function unknownField(pointer: string, code: string, { prefix, version }: CurrentFields): Violation {
  const named = version === 0 ? 'draft' : `version ${version}`;
  return violation(pointer, 'field.unknown', `CRM table ${prefix} (${named}) has no field ${code}.`);
}

const violation = (pointer: string, code: string, detail: string): Violation => ({ pointer, code, detail });

/** All violations of a definition for its CRM table. A definition is saved only without any. */
export function definitionViolations(
  { options, mapping }: { readonly options: OptionChoices; readonly mapping: Mapping },
  table: CurrentFields,
): Violation[] {
  return [...optionViolations(options, table), ...mappingViolations(mapping, options, table)];
}
