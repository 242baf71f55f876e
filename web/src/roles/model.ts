import type { components } from '../shared/api/schema.ts';
import type { Rules } from '../shared/form/form-model.ts';
import { PERMISSION_GROUPS, PERMISSION_TEXTS, ROLES } from './text.ts';

export type Role = components['schemas']['Role'];
export type RoleInput = components['schemas']['RoleInput'];
type RolePermission = RoleInput['permissions'][number];

/** The name, and `yes` for each permission of the role. */
export interface RoleValues extends Record<string, string> {
  readonly name: string;
}

const YES = 'yes';

/** The permissions that the form offers, in their order. */
const OFFERED = PERMISSION_GROUPS.flatMap(({ permissions }) => permissions);

const LONGEST_NAME = 100;

/** What the form calls the choice of permissions as a whole; its text is always empty. */
export const PERMISSIONS_FIELD = 'permissions';

export const isChosen = (values: RoleValues, permission: string): boolean => values[permission] === YES;

export const choiceOf = (isOn: boolean): string => (isOn ? YES : '');

/** @param role the values of a new role are those of a role that is similar, without the name */
export function valuesOf({ name, permissions }: Pick<Role, 'name' | 'permissions'>): RoleValues {
  const chosen = OFFERED.map((permission) => [permission, choiceOf(permissions.includes(permission))]);
  return { name, [PERMISSIONS_FIELD]: '', ...Object.fromEntries(chosen) };
}

export const ROLE_LABELS: Readonly<Record<string, string>> = {
  name: ROLES.name,
  [PERMISSIONS_FIELD]: ROLES.permissions,
  ...PERMISSION_TEXTS,
};

export const ROLE_RULES: Rules<RoleValues> = {
  name: (text) => (text.trim() !== '' && text.trim().length <= LONGEST_NAME ? undefined : ROLES.nameRule),
  [PERMISSIONS_FIELD]: (_, values) =>
    OFFERED.some((permission) => isChosen(values, permission)) ? undefined : ROLES.permissionsRule,
};

const isOfRole = (permission: Role['permissions'][number]): permission is RolePermission =>
  permission !== 'interactions.deliver';

/** The role that a form means. Without rules of fields the role keeps its own. */
export function inputOf(values: RoleValues): RoleInput {
  const permissions = OFFERED.filter(isOfRole).filter((permission) => isChosen(values, permission));
  return { name: values.name.trim(), permissions };
}
