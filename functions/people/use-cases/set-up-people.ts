import * as z from 'zod';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { BUILT_IN_ROLES } from '../domain/role.ts';
import { ADDED_BY_OPERATOR } from '../domain/sign-in-account.ts';
import { type User, UserSchema } from '../domain/user.ts';
import type { PeoplePorts } from '../ports.ts';
import { userEntry } from './user-use-cases.ts';

const { username, fullName, email } = UserSchema.shape;

/** The users of a new installation, by their names in the user pool. */
export const SetUpSchema = z.strictObject({
  users: z
    .array(
      z.strictObject({
        userId: z.string().min(1).max(100),
        username,
        fullName,
        email,
        roleId: z.enum(BUILT_IN_ROLES.map(({ id }) => id)),
      }),
    )
    .min(1)
    .max(20),
});
type SetUp = z.infer<typeof SetUpSchema>;

interface Outcome {
  readonly userId: string;
  /** `written`, or why the user is not added. */
  readonly outcome: string;
}

/** Who has rights of AWS, and no user of Switchboard. */
const OPERATOR: Omit<RequestOrigin, 'requestId' | 'receivedAt' | 'auditRetentionDays'> = {
  caller: { userId: 'operator', grants: [] },
  idempotencyKey: undefined,
  address: undefined,
  permission: undefined,
};

/**
 * Adds users with a role for all accounts. The way to the first administrator: only an operator with rights of AWS can
 * invoke it. A user who exists stays, so that a repetition changes nothing.
 */
export async function setUpPeople(
  { users, clock }: Pick<PeoplePorts, 'users' | 'clock'>,
  setUp: SetUp,
  { requestId, auditRetentionDays }: Pick<RequestOrigin, 'requestId' | 'auditRetentionDays'>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { userId, roleId, ...names } of setUp.users) {
    const user: User = {
      ...{ id: userId, ...names, crmId: null, language: 'en', timeZone: 'Etc/UTC', groupId: null, teamIds: [] },
      status: 'active',
      signIn: ADDED_BY_OPERATOR,
      createdAt: clock.now().toISOString(),
    };
    const rights = { userId, isEnabled: true, grants: [{ roleId, accounts: 'all' as const }] };
    const origin = { ...OPERATOR, receivedAt: user.createdAt, requestId, auditRetentionDays };
    const entry = userEntry(origin, 'set-up', userId, { after: { ...user, ...rights } });
    outcomes.push({ userId, outcome: await users.create(user, rights, entry) });
  }
  return outcomes;
}
