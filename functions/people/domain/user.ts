import * as z from 'zod';
import { isIanaTimeZone, timeZoneFault } from '../../shared/domain/iana-time-zones.ts';
import { lineOfText } from '../../shared/domain/text.ts';
import { NOT_INVITED, SignInSchema } from './sign-in-account.ts';

const LONGEST_NAME = 100;
/** The limit of RFC 5321 for an address. */
const LONGEST_EMAIL = 254;
const MOST_TEAMS = 20;
const LONGEST_ID = 100;

const TimeZoneSchema = z
  .string()
  .max(LONGEST_NAME)
  .refine(isIanaTimeZone, { error: ({ input }) => timeZoneFault(String(input)) })
  .meta({ description: 'A name of the IANA time zone database.', example: 'Europe/London' });

const LanguageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'A language is a code such as en or en-GB.')
  .meta({ example: 'en-GB' });

const GroupReferenceSchema = z.string().min(1).max(LONGEST_ID);

export const UserStatusSchema = z
  .enum(['active', 'disabled'])
  .meta({ id: 'UserStatus', description: 'A disabled user has no rights.' });

/** The attributes that an administrator sets. An update gives each of them. */
const attributes = {
  crmId: lineOfText(LONGEST_NAME)
    .nullable()
    .meta({ description: 'The id of the user in the systems of the contact centre. Unique; null without one.' }),
  username: lineOfText(LONGEST_NAME).meta({
    description: 'Unique; `Ann` and `ann` are two usernames. It can change, the id of the user cannot.',
    example: 'ann.example',
  }),
  fullName: lineOfText(LONGEST_NAME).meta({ example: 'Ann Example' }),
  email: z.email().max(LONGEST_EMAIL).nullable().meta({
    description: 'Unique in any case of letters; null without one. Users sign in with an e-mail address.',
  }),
  language: LanguageSchema,
  timeZone: TimeZoneSchema,
  groupId: GroupReferenceSchema.nullable().meta({ description: 'The group of the user; null without one.' }),
  teamIds: z
    .array(GroupReferenceSchema)
    .max(MOST_TEAMS)
    .overwrite((ids) => [...new Set(ids)])
    .meta({ description: 'Further groups to which the user belongs.' }),
};

export const UserSchema = z
  .strictObject({
    id: z.string().meta({ description: 'Never changes. The user name in the sign-in service.' }),
    ...attributes,
    status: UserStatusSchema,
    signIn: SignInSchema.default(NOT_INVITED),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof UserSchema>;

export const UserUpdateSchema = z.strictObject(attributes).meta({ id: 'UserUpdate' });
export type UserUpdate = z.infer<typeof UserUpdateSchema>;

export const NewUserSchema = UserUpdateSchema.extend({
  crmId: attributes.crmId.default(null),
  email: attributes.email.default(null),
  language: attributes.language.default('en'),
  timeZone: attributes.timeZone.default('Etc/UTC'),
  groupId: attributes.groupId.default(null),
  teamIds: attributes.teamIds.default([]),
}).meta({ id: 'NewUser' });

export interface UserId {
  readonly userId: string;
}

export const userId = ({ id }: Pick<User, 'id'>): UserId => ({ userId: id });

/** All groups to which a user belongs. */
export const groupsOf = ({ groupId, teamIds }: Pick<User, 'groupId' | 'teamIds'>): readonly string[] => [
  ...new Set([...(groupId === null ? [] : [groupId]), ...teamIds]),
];
