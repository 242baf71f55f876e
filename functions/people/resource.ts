import * as z from 'zod';
import type { AccountRepository } from '../accounts/index.ts';
import { type AccountScope, type Caller, unionOf } from '../shared/domain/caller.ts';
import { PERMISSION_NAMES, PERMISSIONS } from '../shared/domain/permissions.ts';

export interface PeopleServices {
  readonly accounts: Pick<AccountRepository, 'read'>;
}

const PermissionSchema = z.enum(PERMISSION_NAMES).meta({
  id: 'Permission',
  description: PERMISSION_NAMES.map((name) => `\`${name}\`: ${PERMISSIONS[name]}`).join(' '),
});

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

export const MeResourceSchema = z
  .strictObject({
    userId: z.string().meta({ description: 'Never changes, also when name or e-mail do.' }),
    username: z
      .string()
      .optional()
      .meta({ description: 'The user name of the sign-in service, if the token has it: the same as `userId`.' }),
    email: z.string().optional().meta({ description: 'If the token has it.' }),
    roles: z
      .array(
        z
          .strictObject({ role: z.string(), permissions: z.array(PermissionSchema), accounts: AccountScopeSchema })
          .meta({ id: 'HeldRole' }),
      )
      .meta({ description: 'Each role with its permissions, and the accounts on which they hold.' }),
    permissions: z.array(PermissionSchema).meta({ description: 'Of all roles, on at least one account.' }),
    accounts: AccountScopeSchema.meta({
      description: 'Of all roles: the accounts on which at least one of them holds.',
    }),
  })
  .meta({ id: 'Me' });

async function scopeResource(
  { accounts }: PeopleServices,
  scope: AccountScope,
): Promise<z.infer<typeof AccountScopeSchema>> {
  if (scope === 'all') return { all: true };
  const found = await Promise.all(scope.map((accountPrefix) => accounts.read({ accountPrefix })));
  const items = found.filter((each) => each !== undefined).map(({ value: { prefix, name } }) => ({ prefix, name }));
  return { all: false, items };
}

export async function meResource(services: PeopleServices, caller: Caller): Promise<z.infer<typeof MeResourceSchema>> {
  const { userId, username, email, grants } = caller;
  const roles = grants.map(async ({ role, permissions, accounts }) => ({
    role,
    permissions: [...permissions],
    accounts: await scopeResource(services, accounts),
  }));
  const held = new Set(grants.flatMap(({ permissions }) => permissions));
  return {
    userId,
    ...(username !== undefined && { username }),
    ...(email !== undefined && { email }),
    roles: await Promise.all(roles),
    permissions: PERMISSION_NAMES.filter((permission) => held.has(permission)),
    accounts: await scopeResource(services, unionOf(grants)),
  };
}
