import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
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
}

export const NEW_ACCOUNT: AccountValues = { prefix: '', name: '', manager: '', confirmImportsOverDollars: '' };

export const ACCOUNT_LABELS: Readonly<Record<keyof AccountValues & string, string>> = {
  prefix: ACCOUNTS.prefix,
  name: ACCOUNTS.name,
  manager: ACCOUNTS.manager,
  confirmImportsOverDollars: ACCOUNTS.limit,
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
};

/** The amount that a text writes; undefined if it is not an amount in the range. */
function dollarsOf(text: string): number | undefined {
  if (!/^\d+(\.\d+)?$/.test(text.trim())) return undefined;
  const dollars = Number(text);
  return dollars <= MOST_DOLLARS ? dollars : undefined;
}

export function valuesOf(account: Account): AccountValues {
  const { prefix, name, manager, confirmImportsOverDollars } = account;
  return { prefix, name, manager, confirmImportsOverDollars: confirmImportsOverDollars?.toString() ?? '' };
}

export function newAccountOf(values: AccountValues): NewAccount {
  const { confirmImportsOverDollars: limit, ...rest } = updateOf(values);
  return {
    prefix: values.prefix.toUpperCase(),
    ...rest,
    ...(typeof limit === 'number' && { confirmImportsOverDollars: limit }),
  };
}

/** An empty limit removes the limit. */
export function updateOf({ name, manager, confirmImportsOverDollars }: AccountValues): AccountUpdate {
  return {
    name: name.trim(),
    manager: manager.trim(),
    confirmImportsOverDollars: dollarsOf(confirmImportsOverDollars) ?? null,
  };
}
