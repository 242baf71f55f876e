import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { CRM_TABLES } from './text.ts';

/** A new CRM table, or a copy of one, as its form shows it. */
export interface NewTableValues extends Record<string, string> {
  readonly name: string;
  readonly prefix: string;
  readonly defaultCountry: string;
}

export const NEW_TABLE: NewTableValues = { name: '', prefix: '', defaultCountry: 'GB' };

export const NEW_TABLE_LABELS: Readonly<Record<keyof NewTableValues & string, string>> = {
  name: CRM_TABLES.name,
  prefix: CRM_TABLES.prefix,
  defaultCountry: CRM_TABLES.country,
};

const LONGEST_NAME = 100;

export const isTablePrefix = (text: string): boolean => /^[A-Za-z0-9]{1,6}$/.test(text);

export const NEW_TABLE_RULES: Rules<NewTableValues> = {
  name: (value) => (value.trim() !== '' && value.trim().length <= LONGEST_NAME ? undefined : CRM_TABLES.nameRule),
  prefix: (value) => (isTablePrefix(value) ? undefined : CRM_TABLES.prefixRule),
  defaultCountry: (value) => (/^[A-Za-z]{2}$/.test(value) ? undefined : CRM_TABLES.countryRule),
};

export function newTableOf({ name, prefix, defaultCountry }: NewTableValues): components['schemas']['NewCrmTable'] {
  return { name: name.trim(), prefix: prefix.toUpperCase(), defaultCountry: defaultCountry.toUpperCase() };
}
