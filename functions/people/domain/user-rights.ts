import * as z from 'zod';

/** More roles than a person can keep apart. */
const MOST_GRANTS = 20;
/**
 * Of all grants of a user together. A transaction has at most 100 items: naming an account takes two, and the deletion of
 * a user with all teams and roles takes 48 besides one for each account.
 */
const MOST_ACCOUNTS = 45;

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
  })
  .refine((grants) => namedAccounts(grants).length <= MOST_ACCOUNTS, {
    message: `The grants of a user name at most ${MOST_ACCOUNTS} accounts. Give the role for all accounts.`,
  });

/** The accounts that grants name, each once. */
export const namedAccounts = (grants: readonly UserGrant[]): readonly string[] => [
  ...new Set(grants.flatMap(({ accounts }) => (accounts === 'all' ? [] : accounts))),
];

/** What one user may do: read with every request of the user. */
export const UserRightsSchema = z.strictObject({
  userId: z.string(),
  /** A disabled user has no rights, and gets the same ones back when enabled. */
  isEnabled: z.boolean(),
  /** Tokens of sign-ins before this time are rejected. */
  signedOutAt: z.iso.datetime().optional(),
  grants: UserGrantsSchema,
});
export type UserRights = z.infer<typeof UserRightsSchema>;
