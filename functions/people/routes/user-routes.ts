import * as z from 'zod';
import { onEveryAccount } from '../../shared/http/access.ts';
import { entityRoutes } from '../../shared/http/entity-routes.ts';
import { NOTHING } from '../../shared/http/route.ts';
import { NewUserSchema, UserSchema, UserStatusSchema, UserUpdateSchema, userId } from '../domain/user.ts';
import { userUseCases } from '../use-cases/user-use-cases.ts';

export const UserPathSchema = z.strictObject({
  userId: z
    .string()
    .min(1)
    .max(100)
    .meta({ description: 'The id of a user.', example: '0193a5c07e4b1f2d3c4b5a69788f' }),
});

export const userRoutes = entityRoutes({
  noun: 'user',
  plural: 'users',
  tag: 'People',
  path: '/users',
  params: { parent: NOTHING, id: UserPathSchema },
  schema: UserSchema,
  input: { create: NewUserSchema, update: UserUpdateSchema },
  access: onEveryAccount,
  permissions: { read: 'users.manage', write: 'users.manage' },
  idOf: userId,
  hasPersonalData: true,
  filterBy: ['username', 'fullName', 'email', 'crmId'],
  equalBy: {
    status: {
      schema: UserStatusSchema.optional().meta({ description: 'Only active or only disabled users.' }),
      attributes: ['status'],
    },
    group: {
      schema: z.string().min(1).max(100).optional().meta({ description: 'Only users of this group or team, by id.' }),
      attributes: ['groupId', 'teamIds'],
    },
  },
  useCases: userUseCases,
  summaries: {
    list: 'List the users, the oldest first.',
    create: 'Create a user. The user has no role yet.',
    update: 'Update a user. For users who have no rights that you lack.',
    delete: 'Delete a user with their rights. Not yourself, and no user who has rights that you lack.',
  },
  problems: { update: [409], delete: [409] },
});
