import type { components } from '../shared/api/schema.ts';
import type { FormValues, Rules } from '../shared/form/form-model.ts';
import { USERS } from './text.ts';

export type Role = components['schemas']['Role'];
export type UserGrant = components['schemas']['UserGrant'];

/** What stands for all accounts, later ones included. A word could be the prefix of an account. */
const ALL = '*';
const PREFIXES = /^[A-Za-z]{3}(\s*[,\s]\s*[A-Za-z]{3})*$/;

const isScope = (text: string): boolean => text.trim() === '' || text.trim() === ALL || PREFIXES.test(text.trim());

/** The accounts of each role, by the id of the role: empty, `*`, or prefixes. A role that is not listed keeps its accounts. */
export function grantValuesOf(roles: readonly Role[], grants: readonly UserGrant[]): FormValues {
  const textOf = ({ accounts }: UserGrant) => (accounts === 'all' ? ALL : accounts.join(', '));
  const held = new Map(grants.map((grant) => [grant.roleId, textOf(grant)]));
  return Object.fromEntries([...roles.map(({ id }) => [id, '']), ...held]);
}

export const grantRulesOf = (roles: readonly Role[]): Rules<FormValues> =>
  Object.fromEntries(roles.map(({ id }) => [id, (text: string) => (isScope(text) ? undefined : USERS.scopeRule)]));

/** The grants that a form means. */
export function grantsOf(values: FormValues): UserGrant[] {
  return Object.entries(values).flatMap(([roleId, text = '']) => {
    const scope = text.trim();
    if (scope === '') return [];
    const accounts = scope === ALL ? 'all' : scope.toUpperCase().split(/[,\s]+/);
    return [{ roleId, accounts }];
  });
}
