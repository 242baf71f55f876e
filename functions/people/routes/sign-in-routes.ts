import * as z from 'zod';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { onEveryAccount } from '../../shared/http/access.ts';
import { etagOf } from '../../shared/http/etag.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { type User, type UserId, UserSchema } from '../domain/user.ts';
import type { PeopleServices } from '../services.ts';
import { inviteUser, inviteUsers } from '../use-cases/sign-in/invite-users.ts';
import { resetPassword } from '../use-cases/sign-in/reset-password.ts';
import { UserPathSchema } from './user-routes.ts';

const define = routesOf<PeopleServices>();

/** The intents of so many users are stored in about a second. */
const MOST_INVITATIONS = 100;

const InvitationRequestSchema = z
  .strictObject({
    userIds: z
      .array(UserPathSchema.shape.userId)
      .min(1)
      .max(MOST_INVITATIONS)
      .overwrite((ids) => [...new Set(ids)]),
  })
  .meta({ id: 'InvitationRequest' });

const InvitationsSchema = z
  .strictObject({
    accepted: z.array(z.string()),
    rejected: z.array(
      z.strictObject({ userId: z.string(), code: z.string(), detail: z.string() }).meta({ id: 'RejectedInvitation' }),
    ),
  })
  .meta({ id: 'Invitations' });

interface UserAct {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly act: (services: PeopleServices, id: UserId, origin: RequestOrigin) => Promise<Revised<User>>;
}

const actOnUser = ({ path, operationId, summary, act }: UserAct) =>
  define({
    method: 'POST',
    path: `/users/{userId}/${path}`,
    operationId,
    tag: 'People',
    summary,
    access: onEveryAccount('users.manage'),
    request: { params: UserPathSchema, query: NOTHING, body: NO_BODY },
    response: { status: 200, description: 'The user; `signIn` has the result.', body: UserSchema, hasETag: true },
    hasPersonalData: true,
    problems: [404, 409, 412],
    handle: async (services, request) => {
      const { value, revision } = await act(services, request.params, request);
      return { status: 200, body: value, etag: etagOf(revision) };
    },
  });

export const signInRoutes: readonly Route<PeopleServices>[] = [
  actOnUser({
    path: 'invitation',
    operationId: 'inviteUser',
    summary:
      'Let a user sign in, and send an invitation where the installation sends them. Repeat it to send it again.',
    act: inviteUser,
  }),
  actOnUser({
    path: 'password-reset',
    operationId: 'resetPassword',
    summary: 'Make a user choose another password, by a code that is sent by e-mail. Their sessions end.',
    act: resetPassword,
  }),
  define({
    method: 'POST',
    path: '/invitations',
    operationId: 'inviteUsers',
    tag: 'People',
    summary: 'Invite many users, at most 20 a second. Read the users to see who is invited.',
    access: onEveryAccount('users.manage'),
    request: { params: NOTHING, query: NOTHING, body: InvitationRequestSchema },
    response: { status: 202, description: 'Who is being invited, and who cannot be.', body: InvitationsSchema },
    problems: [],
    handle: async (services, request) => ({
      status: 202,
      body: await inviteUsers(services, request.body.userIds, request),
    }),
  }),
];
