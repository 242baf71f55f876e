import * as z from 'zod';
import type { JsonValue } from '../json-value.ts';
import { CognitoError } from './cognito-error.ts';
import { hasVerifiedEmail, type PoolUser } from './pool-user.ts';
import type { UserDirectory } from './user-directory.ts';

const UserSchema = z.strictObject({ UserPoolId: z.string(), Username: z.string().min(1).max(128) });
const AttributesSchema = z
  .array(z.strictObject({ Name: z.string(), Value: z.string().default('') }))
  .transform((list) => Object.fromEntries(list.map(({ Name, Value }) => [Name, Value])));
const CreateSchema = UserSchema.extend({
  UserAttributes: AttributesSchema,
  DesiredDeliveryMediums: z.array(z.literal('EMAIL')).optional(),
  MessageAction: z.enum(['SUPPRESS', 'RESEND']).optional(),
});
const UpdateSchema = UserSchema.extend({ UserAttributes: AttributesSchema });
const PasswordSchema = UserSchema.extend({ Password: z.string(), Permanent: z.boolean().default(false) });

type Operation = (input: JsonValue, users: UserDirectory) => object;

/** An operation on one user that answers nothing. */
const onUser =
  <S extends typeof UserSchema>(schema: S, act: (users: UserDirectory, input: z.infer<S>) => void): Operation =>
  (raw, users) => {
    const input = schema.parse(raw);
    if (input.UserPoolId !== users.poolId) {
      throw new CognitoError('ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
    }
    act(users, input);
    return {};
  };

/** The operations of the Cognito API that Switchboard calls, by their names. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['AdminCreateUser', createUser],
  ['AdminGetUser', getUser],
  ['AdminDeleteUser', onUser(UserSchema, (users, { Username }) => users.remove(Username))],
  ['AdminDisableUser', onUser(UserSchema, (users, { Username }) => users.change(Username, { isEnabled: false }))],
  ['AdminEnableUser', onUser(UserSchema, (users, { Username }) => users.change(Username, { isEnabled: true }))],
  ['AdminUserGlobalSignOut', onUser(UserSchema, (users, { Username }) => users.signOut(Username))],
  ['AdminResetUserPassword', onUser(UserSchema, resetPassword)],
  [
    'AdminUpdateUserAttributes',
    onUser(UpdateSchema, (users, { Username, UserAttributes }) => users.setAttributes(Username, UserAttributes)),
  ],
  [
    'AdminSetUserPassword',
    onUser(PasswordSchema, (users, { Username, Permanent }) =>
      users.change(Username, { status: Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' }),
    ),
  ],
]);

function createUser(raw: JsonValue, users: UserDirectory): object {
  const { Username, UserAttributes, MessageAction, UserPoolId } = CreateSchema.parse(raw);
  onUser(UserSchema, () => undefined)({ Username, UserPoolId }, users);
  if (MessageAction !== 'RESEND') return { User: described(users.create(Username, UserAttributes), 'Attributes') };
  const user = users.get(Username);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return { User: described(user, 'Attributes') };
  throw new CognitoError(
    'UnsupportedUserStateException',
    `Resend not possible. ${Username} status is not FORCE_CHANGE_PASSWORD`,
  );
}

function getUser(raw: JsonValue, users: UserDirectory): object {
  const { Username } = UserSchema.parse(raw);
  onUser(UserSchema, () => undefined)(raw, users);
  return described(users.get(Username), 'UserAttributes');
}

function resetPassword(users: UserDirectory, { Username }: z.infer<typeof UserSchema>): void {
  const user = users.get(Username);
  if (user.status === 'FORCE_CHANGE_PASSWORD' || !user.isEnabled) {
    throw new CognitoError('NotAuthorizedException', 'User password cannot be reset in the current state.');
  }
  if (!hasVerifiedEmail(user)) {
    const message = 'Cannot reset password for the user as there is no registered/verified email or phone_number';
    throw new CognitoError('InvalidParameterException', message);
  }
  users.change(Username, { status: 'RESET_REQUIRED' });
}

/** The protocol counts seconds since 1970. @param attributes the name of the list, which differs by operation */
function described(user: PoolUser, attributes: 'Attributes' | 'UserAttributes'): object {
  return {
    Username: user.username,
    [attributes]: Object.entries(user.attributes).map(([Name, Value]) => ({ Name, Value })),
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
    Enabled: user.isEnabled,
    UserStatus: user.status,
  };
}
