import * as z from 'zod';
import { onEveryAccount } from '../../shared/http/access.ts';
import { entityRoutes } from '../../shared/http/entity-routes.ts';
import { NOTHING } from '../../shared/http/route.ts';
import { GroupInputSchema, GroupSchema, groupId } from '../domain/group.ts';
import { groupUseCases } from '../use-cases/group-use-cases.ts';

export const groupRoutes = entityRoutes({
  noun: 'group',
  plural: 'groups',
  tag: 'People',
  path: '/groups',
  params: {
    parent: NOTHING,
    id: z.strictObject({ groupId: z.string().min(1).max(100).meta({ description: 'The id of a group.' }) }),
  },
  schema: GroupSchema,
  input: { create: GroupInputSchema, update: GroupInputSchema },
  access: onEveryAccount,
  permissions: { read: 'users.manage', write: 'users.manage' },
  idOf: groupId,
  filterBy: ['name'],
  useCases: groupUseCases,
  summaries: {
    list: 'List the groups, the oldest first.',
    create: 'Create a group of users. Its name is unique, whatever its case.',
    update: 'Rename a group.',
    delete: 'Delete a group. Rejected while it has users.',
  },
  problems: { update: [409], delete: [409] },
});
