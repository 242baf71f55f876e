import * as z from 'zod';
import { lineOfText } from '../../shared/domain/text.ts';
import { DocumentSettingsSchema } from './document-settings.ts';

const LONGEST_NAME = 100;
/** Far above the price of any import, and exact in every client and in the database. */
const MOST_DOLLARS = 1_000_000_000;

const AccountPrefixSchema = z
  .string()
  .regex(/^[A-Za-z]{3}$/, 'An account prefix is three letters, for example BRI.')
  .toUpperCase();

/** Dollars above which an import waits for a confirmation. */
const DollarsSchema = z
  .number()
  .min(0)
  .max(MOST_DOLLARS)
  .meta({ description: 'An import of the account that is estimated above so many dollars waits for a confirmation.' });

/** A client of the contact centre, with its campaigns and CRM tables. */
export const AccountSchema = z
  .strictObject({
    /** Unique regardless of case. It never changes, since stored keys contain it. */
    prefix: AccountPrefixSchema,
    name: lineOfText(LONGEST_NAME),
    /** Who looks after the account. */
    manager: lineOfText(LONGEST_NAME),
    confirmImportsOverDollars: DollarsSchema.optional(),
    documents: DocumentSettingsSchema.optional(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof AccountSchema>;

export const NewAccountSchema = AccountSchema.omit({ createdAt: true }).meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof NewAccountSchema>;

/**
 * The attributes that an update sets: all but the prefix. An optional attribute that the update leaves out stays, so
 * that a client that does not know the attribute does not remove it; null removes it.
 */
export const AccountUpdateSchema = NewAccountSchema.omit({ prefix: true })
  .extend({
    confirmImportsOverDollars: DollarsSchema.nullable()
      .optional()
      .meta({ description: 'Stays if it is left out; null removes it. See `Account`.' }),
    documents: DocumentSettingsSchema.nullable()
      .optional()
      .meta({ description: 'Stays if it is left out; null brings the defaults back.' }),
  })
  .meta({ id: 'AccountUpdate' });
export type AccountUpdate = z.infer<typeof AccountUpdateSchema>;

export interface AccountId {
  readonly accountPrefix: string;
}

export const accountId = ({ prefix }: Account): AccountId => ({ accountPrefix: prefix });

export function changedAccount(account: Account, change: AccountUpdate): Account {
  const attributes = Object.entries({ ...account, ...change }).filter(([, value]) => value !== null);
  return AccountSchema.parse(Object.fromEntries(attributes));
}
