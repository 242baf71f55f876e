import * as z from 'zod';
import { onEveryAccount } from '../../shared/http/access.ts';
import { entityRoutes } from '../../shared/http/entity-routes.ts';
import { NOTHING } from '../../shared/http/route.ts';
import { RoleInputSchema, RoleSchema, roleId } from '../domain/role.ts';
import type { PeopleServices } from '../services.ts';
import { roleUseCases } from '../use-cases/role-use-cases.ts';

export const roleRoutes = entityRoutes({
  noun: 'role',
  plural: 'roles',
  tag: 'People',
  path: '/roles',
  params: {
    parent: NOTHING,
    id: z.strictObject({
      roleId: z.string().min(1).max(100).meta({ description: 'The id of a role.', example: 'supervisor' }),
    }),
  },
  schema: RoleSchema,
  input: { create: RoleInputSchema, update: RoleInputSchema },
  access: onEveryAccount,
  permissions: { read: 'users.manage', write: 'users.manage' },
  idOf: roleId,
  filterBy: ['name'],
  useCases: {
    ...roleUseCases,
    get: (services: PeopleServices, id, origin) => roleUseCases.get(services, id, origin),
  },
  summaries: {
    list: 'List the roles: the built-in ones, then the others, the oldest first.',
    create: 'Create a role from permissions that you have yourself.',
    update: 'Update the name and the permissions of a role. It takes effect within a minute. A built-in role stays.',
    delete: 'Delete a role. Rejected while a user has it, and for a built-in role.',
  },
  problems: { update: [409], delete: [409] },
});
