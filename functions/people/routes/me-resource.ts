import * as z from 'zod';
import { mayKnow } from '../../shared/domain/authorise.ts';
import { type AccountScope, type Caller, unionOf } from '../../shared/domain/caller.ts';
import { ALL_ON } from '../../shared/domain/features.ts';
import { PERMISSION_NAMES } from '../../shared/domain/permissions.ts';
import { FeatureSwitchesSchema } from '../domain/feature-switches.ts';
import { AllFieldRulesSchema, tidyFieldRules } from '../domain/field-rules.ts';
import { PermissionSchema } from '../domain/permission.ts';
import { UserSchema } from '../domain/user.ts';
import type { PeopleServices } from '../services.ts';

type AccountServices = Pick<PeopleServices, 'accounts'>;
type MeServices = Pick<PeopleServices, 'accounts' | 'users'>;

const AccountScopeSchema = z
  .discriminatedUnion('all', [
    z.strictObject({ all: z.literal(true) }).meta({ id: 'EveryAccount' }),
    z
      .strictObject({
        all: z.literal(false),
        items: z.array(
          z
            .strictObject({ prefix: z.string().meta({ example: 'BRI' }), name: z.string() })
            .meta({ id: 'NamedAccount' }),
        ),
      })
      .meta({ id: 'ListedAccounts' }),
  ])
  .meta({ id: 'AccountScope', description: 'All accounts, those of the future too, or the ones listed.' });

const OwnProfileSchema = UserSchema.pick({
  username: true,
  fullName: true,
  language: true,
  timeZone: true,
  groupId: true,
  teamIds: true,
}).meta({ id: 'OwnProfile' });

export const MeResourceSchema = z
  .strictObject({
    userId: z.string().meta({ description: 'Never changes, also when name or e-mail do.' }),
    username: z
      .string()
      .optional()
      .meta({ description: 'The user name of the sign-in service, if the token has it: the same as `userId`.' }),
    email: z.string().optional().meta({ description: 'If the token has it.' }),
    profile: OwnProfileSchema.optional().meta({
      description: 'As an administrator has entered it; absent for a user whom nobody has entered.',
    }),
    viewedBy: z.string().optional().meta({
      description: 'While you see Switchboard as another user: your own id. `userId` is then that of the other user.',
    }),
    roles: z
      .array(
        z
          .strictObject({
            role: z.string().meta({ description: 'The id of the role.' }),
            name: z.string(),
            permissions: z.array(PermissionSchema),
            fieldRules: AllFieldRulesSchema,
            accounts: AccountScopeSchema,
          })
          .meta({ id: 'HeldRole' }),
      )
      .meta({ description: 'Each role with its permissions, and the accounts on which they hold.' }),
    permissions: z.array(PermissionSchema).meta({ description: 'Of all roles, on at least one account.' }),
    features: FeatureSwitchesSchema.meta({
      description: 'The features that are off, for every account or for accounts of the caller.',
    }),
    accounts: AccountScopeSchema.meta({
      description: 'Of all roles: the accounts on which at least one of them holds.',
    }),
  })
  .meta({ id: 'Me' });

/** A caller learns nothing about accounts for which they have no role. */
function switchesOf(caller: Caller): z.infer<typeof FeatureSwitchesSchema> {
  const { off, accounts } = caller.switches ?? ALL_ON;
  const own = accounts.filter(({ prefix }) => mayKnow(caller, { accountPrefix: prefix }));
  return { off: [...off], accounts: own.map(({ prefix, off: ofAccount }) => ({ prefix, off: [...ofAccount] })) };
}

async function scopeResource(
  { accounts }: AccountServices,
  scope: AccountScope,
): Promise<z.infer<typeof AccountScopeSchema>> {
  if (scope === 'all') return { all: true };
  const found = await Promise.all(scope.map((accountPrefix) => accounts.read({ accountPrefix })));
  const items = found.filter((each) => each !== undefined).map(({ value: { prefix, name } }) => ({ prefix, name }));
  return { all: false, items };
}

const fromToken = ({ username, email }: Caller) => ({
  ...(username !== undefined && { username }),
  ...(email !== undefined && { email }),
});

export async function meResource(services: MeServices, caller: Caller): Promise<z.infer<typeof MeResourceSchema>> {
  const { viewedUserId, grants } = caller;
  const userId = viewedUserId ?? caller.userId;
  const roles = grants.map(async ({ role, name, permissions, accounts, fieldRules }) => ({
    role,
    name,
    permissions: [...permissions],
    fieldRules: tidyFieldRules(fieldRules),
    accounts: await scopeResource(services, accounts),
  }));
  const profile = (await services.users.read({ userId }))?.value;
  const held = new Set(grants.flatMap(({ permissions }) => permissions));
  return {
    userId,
    ...(viewedUserId === undefined ? fromToken(caller) : { viewedBy: caller.userId }),
    ...(profile && { profile: z.object(OwnProfileSchema.shape).parse(profile) }),
    roles: await Promise.all(roles),
    permissions: PERMISSION_NAMES.filter((permission) => held.has(permission)),
    features: switchesOf(caller),
    accounts: await scopeResource(services, unionOf(grants)),
  };
}
