import type { components } from '../shared/api/schema.ts';
import { CUSTOMER_ID, VIP } from '../shared/field-codes.ts';

type Schemas = components['schemas'];
export type Field = Schemas['Field'];
type Flag = keyof Field['flags'];
type Tab = Schemas['Tab'];

/** The fields of a CRM table and what their values are read by: of a draft, or of the published version. */
export interface Structure {
  readonly tabs: readonly Tab[];
  readonly fields: readonly Field[];
  /** ISO 3166 alpha-2, for telephone numbers without a country code. */
  readonly defaultCountry: string;
}

/** Values by the code of the field; a field without a value has none. */
export type Values = Readonly<Record<string, string>>;

/** A field by which a customer was found, and how. */
export type Matched = Schemas['CustomerMatch'];

/** A customer that matches a search. */
export interface Match {
  readonly customerId: string;
  readonly values: Values;
  readonly isVip?: boolean | undefined;
  /** The fields by which the customer was found. */
  readonly matched: readonly Matched[];
}

/** What is wrong with values, by the code of the field. */
export type Faults = Readonly<Record<string, string>>;

export const withFlag = ({ fields }: Pick<Structure, 'fields'>, flag: Flag): readonly Field[] =>
  fields.filter(({ flags }) => flags[flag]);

/** The columns of the list of matches, without the Customer ID and VIP, which it always has. */
export const resultColumns = (fields: readonly Field[]): readonly Field[] =>
  withFlag({ fields }, 'result').filter(({ code }) => code !== CUSTOMER_ID && code !== VIP);

/** As many as distinguish customers, such as first and last name. */
const NAMING_COLUMNS = 2;

/** The columns of the list of matches before and after "Found by", which a narrow window would otherwise show in place of the names. */
export const placedColumns = (columns: readonly Field[], isNarrow: boolean) => {
  const leading = isNarrow ? NAMING_COLUMNS : 0;
  return { before: columns.slice(0, leading), after: columns.slice(leading) };
};

/** The fields that agents see: those with any flag. */
export const seenFields = ({ fields }: Pick<Structure, 'fields'>): readonly Field[] =>
  fields.filter(({ flags }) => Object.values(flags).includes(true));

/** Fields under a tab of the CRM table. */
export interface FieldGroup extends Tab {
  readonly fields: readonly Field[];
}

/** The tabs with their fields, in the order of the table; a tab without any of the fields is left out. */
export const groupsOf = (tabs: readonly Tab[], fields: readonly Field[]): readonly FieldGroup[] =>
  tabs
    .map((tab) => ({ ...tab, fields: fields.filter((field) => field.tab === tab.id) }))
    .filter((group) => group.fields.length > 0);

/** The values whose field is among these. */
export function valuesOf(values: Values, fields: readonly Field[]): Values {
  const codes = new Set(fields.map(({ code }) => code));
  return Object.fromEntries(Object.entries(values).filter(([code]) => codes.has(code)));
}

/** The name of a customer: the first two texts of the list of matches, such as first and last name. */
export function nameOf(fields: readonly Field[], values: Values): string {
  const texts = withFlag({ fields }, 'result').filter(({ code, type }) => type === 'text' && code !== CUSTOMER_ID);
  return texts
    .slice(0, 2)
    .map(({ code }) => values[code] ?? '')
    .filter((value) => value !== '')
    .join(' ');
}
