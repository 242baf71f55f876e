import type { ControlKey } from '../../shared/dynamodb/control-key.ts';
import { PEOPLE_PARTITIONS } from './partitions.ts';

const USER_SORT_PREFIX = 'USER#';

export const USER_LIST = { partition: PEOPLE_PARTITIONS.people, sortPrefix: USER_SORT_PREFIX };

export function userKey(userId: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `${USER_SORT_PREFIX}${userId}` };
}

/** Reserves a username as it is written: `Ann` and `ann` are two users. */
export function usernameKey(username: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `USERNAME#${username}` };
}

/** Reserves an e-mail address in any case of letters, as the sign-in service compares it. */
export function emailKey(email: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `EMAIL#${email.toLowerCase()}` };
}

/** Reserves the id of a user in the systems of the contact centre, as it is written. */
export function crmIdKey(crmId: string): ControlKey {
  return { PK: PEOPLE_PARTITIONS.people, SK: `CRM-ID#${crmId}` };
}
