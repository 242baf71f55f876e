import type { SchemaDescriptions } from './schema-descriptions.ts';

export const PEOPLE: SchemaDescriptions = {
  Me: { text: 'The caller, with what they may do at this moment.' },
  OwnProfile: { text: 'The caller, as an administrator has entered them.' },
  HeldRole: {
    text: 'A role of the caller.',
    properties: { accounts: 'The accounts on which the permissions of the role hold.' },
  },
  Role: { text: 'A set of permissions. A user has a role for all accounts or for named ones.' },
  RoleInput: {
    text: 'A role to create, or a role after an update.',
    properties: { name: 'Unique, whatever its case.', permissions: 'Only permissions that the caller has.' },
  },
  FieldRules: { text: 'What a role takes away from its permissions in one CRM table.' },
  Group: { text: 'Users who work together.', properties: { name: 'Unique, whatever its case.' } },
  GroupInput: { text: 'A group to create, or a group after an update.' },
  User: { text: 'A person who works with Switchboard.' },
  NewUser: { text: 'A user to create. The user has no role yet.' },
  UserUpdate: { text: 'A user after an update: each attribute must be given.' },
  SignInAccount: { text: 'The account with which the user signs in.' },
  SignInAct: { text: 'What the sign-in service does for a user.' },
  PendingSignInAct: { text: 'An act that the sign-in service has yet to carry out.' },
  LastSignInAct: { text: 'An act that the sign-in service has carried out or rejected.' },
  InvitationRequest: { text: 'The users to invite.', properties: { userIds: 'Ids of users.' } },
  Invitations: {
    text: 'What becomes of the invitations of a request.',
    properties: { accepted: 'The users who are being invited.', rejected: 'The users who cannot be invited.' },
  },
  RejectedInvitation: {
    text: 'A user who cannot be invited, and why.',
    properties: { code: 'For a program; never changes.', detail: 'For a person.' },
  },
  UserGrant: { text: 'A role of a user, with the accounts for which it holds.' },
  UserGrants: { text: 'All roles of a user.' },
  EffectiveRights: { text: 'What a user may do.' },
  EffectivePermission: {
    text: 'A permission that a user has.',
    properties: { allows: 'What the permission allows, for a person.', from: 'The roles that give it.' },
  },
  GrantingRole: { text: 'A role that gives a permission.' },
};
