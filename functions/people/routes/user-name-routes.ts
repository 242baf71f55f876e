import * as z from 'zod';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { onOwnAccounts } from '../../shared/http/access.ts';
import { NOTHING, type Route, routesOf } from '../../shared/http/route.ts';
import { UserSchema } from '../domain/user.ts';
import type { PeopleServices } from '../services.ts';

/** As many as one page of a history can have. */
const MOST_NAMES = 100;
const READS_IN_FLIGHT = 10;

const UserNameRequestSchema = z
  .strictObject({
    userIds: z
      .array(z.string().min(1).max(100))
      .min(1)
      .max(MOST_NAMES)
      .meta({
        description: 'The ids of users, from the history of a customer.',
        example: ['0193a5c07e4b1f2d3c4b5a69788f'],
      }),
  })
  .meta({ id: 'UserNameRequest' });

const UserNamesSchema = z
  .strictObject({
    items: z
      .array(z.strictObject({ id: UserSchema.shape.id, fullName: UserSchema.shape.fullName }).meta({ id: 'UserName' }))
      .meta({ description: 'In no order. A user who does not exist, or not any more, is left out.' }),
  })
  .meta({ id: 'UserNames' });

const define = routesOf<PeopleServices>();

export const userNameRoutes: readonly Route<PeopleServices>[] = [
  define({
    method: 'POST',
    path: '/user-names',
    operationId: 'readUserNames',
    tag: 'People',
    summary: 'Read the full names of users whose ids you know, such as those in the history of a customer.',
    // Names and nothing else: an id is random, so only a person who was shown it gets the name.
    access: onOwnAccounts('customers.search'),
    request: { params: NOTHING, query: NOTHING, body: UserNameRequestSchema },
    idempotency: 'none',
    onlyReads: true,
    response: { status: 200, description: 'The names.', body: UserNamesSchema },
    problems: [],
    handle: async ({ users }, { body }) => {
      const ids = [...new Set(body.userIds)];
      const found = await mapConcurrently(ids, READS_IN_FLIGHT, (userId) => users.read({ userId }));
      const items = found.flatMap((user) => (user ? [{ id: user.value.id, fullName: user.value.fullName }] : []));
      return { status: 200, body: { items } };
    },
  }),
];
