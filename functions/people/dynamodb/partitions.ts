/** The partitions of the control table that the context owns. */
export const PEOPLE_PARTITIONS = {
  /** Users and groups, the claims on their names, and the pending acts of the sign-in service. */
  people: 'PEOPLE',
  /** Apart from the people, so that a function that only reads rights can read no personal data. */
  roles: 'ROLES',
  /** The features that are off. */
  features: 'FEATURES',
  /** Followed by a user id: the rights of the user. */
  rights: 'USER#',
  /** How many users have a role for an account by its prefix. The deletion of an account checks it. */
  accountHolders: 'ACCOUNT-HOLDERS',
} as const;
