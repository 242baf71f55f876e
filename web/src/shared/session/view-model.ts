import type { components } from '../api/schema.ts';

type Me = components['schemas']['Me'];
type Permission = components['schemas']['Permission'];

/** Permissions whose buttons and pages only change something: who only looks sees none of them. */
export const CHANGING: ReadonlySet<Permission> = new Set<Permission>([
  'accounts.manage',
  'campaigns.manage',
  'crm-tables.design',
  'crm-tables.publish',
  'customers.create',
  'customers.update',
  'customers.delete',
  'customers.erase',
  'documents.attach',
  'documents.delete',
  'filters.manage',
  'settings.manage',
]);

/** A supervisor who sees the console as another user changes nothing: the pages are those of a user who may only look. */
export function lookingOnly(me: Me): Me {
  if (me.viewedBy === undefined) return me;
  const kept = (permissions: readonly Permission[]) => permissions.filter((each) => !CHANGING.has(each));
  const roles = me.roles.map((role) => ({ ...role, permissions: kept(role.permissions) }));
  return { ...me, roles, permissions: kept(me.permissions) };
}
