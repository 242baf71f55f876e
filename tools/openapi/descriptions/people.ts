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
  FeatureSwitches: { text: 'The features that are off; all others are on.' },
  AccountFeatures: {
    text: 'The features that are off for one account.',
    properties: { off: 'In addition to those that are off for every account.' },
  },
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
  AuditEntry: {
    text: 'An administrative act, or requests that a person had no right to make.',
    properties: {
      at: 'When the request was received.',
      requestId: 'That of the request, as its answer or problem has it.',
      person: 'The id of the user; `operator` for an act with rights of AWS.',
      roles: 'The names of the roles that allowed the act, as they were then.',
      address:
        'The network addresses that the request has passed, the nearest last: a client can invent only the first ones.',
      account: 'The account of the object; null for an object of the whole installation.',
      table: 'The CRM table that the object belongs to; absent for an object of no CRM table.',
      kind: 'The kind of the object; `request` for rejected requests.',
      action: 'What was done.',
      object: 'The id of the object; the route of rejected requests.',
      name: 'The name of the object at that time, if it is not personal.',
      changes: 'What was set, changed or removed; at most 40 changes, each value cut after 200 characters.',
      omitted: 'How many further changes the entry does not list.',
    },
  },
  AuditChange: { text: 'One attribute that an act has set, changed or removed.' },
  GrantingRole: { text: 'A role that gives a permission.' },
};
