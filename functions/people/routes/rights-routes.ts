import * as z from 'zod';
import type { Revised } from '../../shared/domain/revised.ts';
import { onEveryAccount } from '../../shared/http/access.ts';
import { etagOf } from '../../shared/http/etag.ts';
import type { ApiResponse } from '../../shared/http/response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { PermissionSchema } from '../domain/permission.ts';
import { UserGrantSchema, UserGrantsSchema, type UserRights } from '../domain/user-rights.ts';
import type { PeopleServices } from '../services.ts';
import { explainRights } from '../use-cases/explain-rights.ts';
import { getRights, grantRights } from '../use-cases/grant-rights.ts';
import { UserPathSchema } from './user-routes.ts';

const define = routesOf<PeopleServices>();

const GrantsSchema = z.strictObject({ grants: UserGrantsSchema }).meta({ id: 'UserGrants' });

const EffectiveRightsSchema = z
  .strictObject({
    userId: z.string(),
    isEnabled: z.boolean().meta({ description: 'Without it none of the permissions has an effect.' }),
    permissions: z.array(
      z
        .strictObject({
          permission: PermissionSchema,
          allows: z.string(),
          from: z.array(
            z
              .strictObject({ roleId: z.string(), roleName: z.string(), accounts: UserGrantSchema.shape.accounts })
              .meta({ id: 'GrantingRole' }),
          ),
        })
        .meta({ id: 'EffectivePermission' }),
    ),
  })
  .meta({ id: 'EffectiveRights' });

const answer = ({ value: { grants }, revision }: Revised<UserRights>): ApiResponse => ({
  status: 200,
  body: { grants },
  etag: etagOf(revision),
});

export const rightsRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'GET',
    path: '/users/{userId}/grants',
    operationId: 'getGrants',
    tag: 'People',
    summary: 'Read the roles of a user, and the accounts for which each of them holds.',
    access: onEveryAccount('users.manage'),
    request: { params: UserPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The grants.', body: GrantsSchema, hasETag: true },
    problems: [404],
    handle: async (services, { params }) => answer(await getRights(services, params)),
  }),
  define({
    method: 'PUT',
    path: '/users/{userId}/grants',
    operationId: 'updateGrants',
    tag: 'People',
    summary: 'Replace the roles of a user: none of your own, and only rights that you have yourself.',
    access: onEveryAccount('users.manage'),
    request: { params: UserPathSchema, query: NOTHING, body: GrantsSchema },
    conditional: true,
    response: { status: 200, description: 'The grants.', body: GrantsSchema, hasETag: true },
    problems: [404, 409, 412, 428],
    handle: async (services, request) =>
      answer(await grantRights(services, request.params, request.body.grants, request)),
  }),
  define({
    method: 'GET',
    path: '/users/{userId}/rights',
    operationId: 'getRights',
    tag: 'People',
    summary: 'Read what a user may do, and which role gives it.',
    access: onEveryAccount('users.manage'),
    request: { params: UserPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The permissions with their roles.', body: EffectiveRightsSchema },
    problems: [404],
    handle: async (services, { params }) => ({ status: 200, body: await explainRights(services, params) }),
  }),
];
