import * as z from 'zod';

/** More roles than a person can keep apart. */
const MOST_GRANTS = 20;
/** Keeps the item of a user's rights below one read unit of 4 KB with any number of grants that people have. */
const MOST_ACCOUNTS = 100;

const ScopeSchema = z
  .union([
    z.literal('all'),
    z
      .array(
        z
          .string()
          .regex(/^[A-Za-z]{3}$/, 'An account prefix is three letters, for example BRI.')
          .toUpperCase(),
      )
      .min(1)
      .max(MOST_ACCOUNTS)
      .overwrite((prefixes) => [...new Set(prefixes)].sort()),
  ])
  .meta({ id: 'GrantScope', description: '`all`: all accounts, later ones included; or the prefixes of accounts.' });

/** One role of a user, and the accounts for which it holds. */
export const UserGrantSchema = z
  .strictObject({
    roleId: z.string().min(1).max(100).meta({ description: 'The id of a role.', example: 'supervisor' }),
    accounts: ScopeSchema,
  })
  .meta({ id: 'UserGrant' });
export type UserGrant = z.infer<typeof UserGrantSchema>;

export const UserGrantsSchema = z
  .array(UserGrantSchema)
  .max(MOST_GRANTS)
  .refine((grants) => new Set(grants.map(({ roleId }) => roleId)).size === grants.length, {
    message: 'A role is listed twice. List its accounts together.',
  });

/** What one user may do: read with every request of the user. */
export const UserRightsSchema = z.strictObject({
  userId: z.string(),
  /** A disabled user has no rights, and gets the same ones back when enabled. */
  isEnabled: z.boolean(),
  grants: UserGrantsSchema,
});
export type UserRights = z.infer<typeof UserRightsSchema>;
