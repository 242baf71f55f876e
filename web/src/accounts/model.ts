import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { DOCUMENT_FIELDS, documentsOf, documentValuesOf, NO_DOCUMENT_VALUES } from './document-settings.ts';
import { ACCOUNTS } from './text.ts';

export type Account = components['schemas']['Account'];
type NewAccount = components['schemas']['NewAccount'];
type AccountUpdate = components['schemas']['AccountUpdate'];

/** An account as its form shows it. */
export interface AccountValues extends Record<string, string> {
  readonly prefix: string;
  readonly name: string;
  readonly manager: string;
  readonly confirmImportsOverDollars: string;
  readonly documentTypes: string;
  readonly documentMegabytes: string;
  readonly documentGigabytes: string;
}

export const NEW_ACCOUNT: AccountValues = {
  ...{ prefix: '', name: '', manager: '', confirmImportsOverDollars: '' },
  ...NO_DOCUMENT_VALUES,
};

export const ACCOUNT_LABELS: Readonly<Record<keyof AccountValues & string, string>> = {
  prefix: ACCOUNTS.prefix,
  name: ACCOUNTS.name,
  manager: ACCOUNTS.manager,
  confirmImportsOverDollars: ACCOUNTS.limit,
  documentTypes: ACCOUNTS.documentTypes,
  documentMegabytes: ACCOUNTS.documentMegabytes,
  documentGigabytes: ACCOUNTS.documentGigabytes,
};

const LONGEST_NAME = 100;
const MOST_DOLLARS = 1_000_000_000;
const isName = (text: string): boolean => text.trim() !== '' && text.trim().length <= LONGEST_NAME;

export const isAccountPrefix = (text: string): boolean => /^[A-Za-z]{3}$/.test(text);

export const ACCOUNT_RULES: Rules<AccountValues> = {
  prefix: (value) => (isAccountPrefix(value) ? undefined : ACCOUNTS.prefixRule),
  name: (value) => (isName(value) ? undefined : ACCOUNTS.nameRule),
  manager: (value) => (isName(value) ? undefined : ACCOUNTS.managerRule),
  confirmImportsOverDollars: (value) =>
    value === '' || dollarsOf(value) !== undefined ? undefined : ACCOUNTS.limitRule,
  ...DOCUMENT_FIELDS,
};

/** The amount that a text writes; undefined if it is not an amount in the range. */
function dollarsOf(text: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return undefined;
  const dollars = Number(text);
  return dollars <= MOST_DOLLARS ? dollars : undefined;
}

export function valuesOf(account: Account): AccountValues {
  const { prefix, name, manager, confirmImportsOverDollars, documents } = account;
  const limit = confirmImportsOverDollars?.toString() ?? '';
  return { prefix, name, manager, confirmImportsOverDollars: limit, ...documentValuesOf(documents) };
}

export function newAccountOf(values: AccountValues): NewAccount {
  const { confirmImportsOverDollars: limit, documents, ...rest } = updateOf(values);
  return {
    prefix: values.prefix.toUpperCase(),
    ...rest,
    ...(typeof limit === 'number' && { confirmImportsOverDollars: limit }),
    ...(documents && { documents }),
  };
}

/** An empty limit removes the limit, and brings the default of documents back. */
export function updateOf({ name, manager, confirmImportsOverDollars, ...values }: AccountValues): AccountUpdate {
  return {
    name: name.trim(),
    manager: manager.trim(),
    confirmImportsOverDollars: dollarsOf(confirmImportsOverDollars) ?? null,
    documents: documentsOf(values),
  };
}
