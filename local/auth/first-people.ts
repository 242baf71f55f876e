import { CRM_USERNAME_ATTRIBUTE } from '../../functions/shared/domain/crm-username.ts';
import type { UserDirectory } from '../cognito/user-directory.ts';
import { PEOPLE, type Person } from './people.ts';

/** Adds the people of this machine to a pool without users. Who is deleted later does not come back. */
export function addFirstPeople(users: UserDirectory): void {
  if (users.list().length > 0) return;
  for (const { userId, name, email } of PEOPLE) {
    const attributes = { name, email, email_verified: 'true', [CRM_USERNAME_ATTRIBUTE]: userId };
    users.create(userId, attributes, 'CONFIRMED');
  }
}

/** Those of the first people who are still in the pool. */
export const firstPeopleIn = (users: UserDirectory): readonly Person[] =>
  PEOPLE.filter(({ userId }) => users.find(userId) !== undefined);
