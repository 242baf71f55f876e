/** A user who can sign in on this machine. */
export interface Person {
  /** The user name in Cognito, and the user id of the API. */
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** The role that the user gets when the data is empty. */
  readonly role: string;
}

/** The user of programs that name none. */
export const ADMINISTRATOR = person('brigitte-keller', 'Brigitte Keller', 'administrator');

/** One person for each built-in role, since a new installation has no users. They are the first users of the pool. */
export const PEOPLE: readonly Person[] = [
  ADMINISTRATOR,
  person('samuel-okoro', 'Samuel Okoro', 'supervisor'),
  person('alma-lind', 'Alma Lind', 'agent'),
];

function person(userId: string, name: string, role: string): Person {
  return { userId, name, email: `${userId.replace('-', '.')}@example.com`, role };
}
