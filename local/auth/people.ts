/** A user who can sign in on this machine. */
export interface Person {
  /** The user name in Cognito, and the user id of the API. */
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** Of the user pool. */
  readonly groups: readonly string[];
}

/** One person for each role, since the user pool of a template has no users. */
const PEOPLE: readonly Person[] = [
  person('brigitte-keller', 'Brigitte Keller', 'administrator'),
  person('samuel-okoro', 'Samuel Okoro', 'supervisor'),
  person('alma-lind', 'Alma Lind', 'agent'),
];

function person(userId: string, name: string, group: string): Person {
  return { userId, name, email: `${userId.replace('-', '.')}@example.com`, groups: [group] };
}

/** Those whose groups the user pool has. */
export function peopleOf(poolGroups: readonly string[]): Person[] {
  return PEOPLE.filter(({ groups }) => groups.every((group) => poolGroups.includes(group)));
}
