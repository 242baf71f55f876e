import { randomUUID } from 'node:crypto';
import type { Clock } from '../../functions/shared/domain/clock.ts';
import { JsonLinesJournal } from '../json-lines-journal.ts';
import type { UserPool } from '../template/resources/user-pools.ts';
import { CognitoError } from './cognito-error.ts';
import { emailOf, hasVerifiedEmail, type PoolUser, PoolUserSchema } from './pool-user.ts';

const STANDARD_ATTRIBUTES = ['email', 'email_verified', 'name'];

type Attributes = Readonly<Record<string, string>>;

/** The users of the template's pool, on disk. Names and e-mail addresses are compared in any case of letters. */
export class UserDirectory {
  readonly #pool: UserPool;
  readonly #clock: Clock;
  readonly #users: JsonLinesJournal<PoolUser>;

  constructor(file: string, pool: UserPool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
    this.#users = new JsonLinesJournal(file, PoolUserSchema);
  }

  get poolId(): string {
    return this.#pool.id;
  }

  list(): PoolUser[] {
    return this.#users.entries().map(([, user]) => user);
  }

  find(username: string): PoolUser | undefined {
    return this.#users.get(username.toLowerCase());
  }

  /** @throws CognitoError UserNotFoundException */
  get(username: string): PoolUser {
    const user = this.find(username);
    if (user === undefined) throw new CognitoError('UserNotFoundException', 'User does not exist.');
    return user;
  }

  /** @throws CognitoError UsernameExistsException, AliasExistsException, InvalidParameterException */
  create(username: string, attributes: Attributes, status: PoolUser['status'] = 'FORCE_CHANGE_PASSWORD'): PoolUser {
    if (this.find(username)) throw new CognitoError('UsernameExistsException', 'User account already exists');
    if (username.includes('@')) {
      throw new CognitoError(
        'InvalidParameterException',
        'Username cannot be of email format, since user pool is configured for email alias.',
      );
    }
    if (!attributes.email) {
      throw new CognitoError('InvalidParameterException', 'Attributes did not conform to the schema: email: required');
    }
    const now = this.#now();
    const user: PoolUser = {
      username,
      attributes: { sub: randomUUID(), ...attributes },
      isEnabled: true,
      status,
      createdAt: now,
      modifiedAt: now,
    };
    this.#checkAttributes(user, attributes);
    return this.#put(user);
  }

  /** @throws CognitoError UserNotFoundException, AliasExistsException, InvalidParameterException */
  setAttributes(username: string, attributes: Attributes): void {
    const user = this.get(username);
    if ('email' in attributes && attributes.email_verified !== 'true') {
      throw new CognitoError('InvalidParameterException', 'The embedded cloud sends no code to verify an address.');
    }
    const changed = { ...user, attributes: { ...user.attributes, ...attributes } };
    this.#checkAttributes(changed, attributes);
    this.#put(changed);
  }

  /** @throws CognitoError UserNotFoundException */
  change(username: string, change: Partial<Pick<PoolUser, 'isEnabled' | 'status' | 'signedOutAt'>>): void {
    this.#put({ ...this.get(username), ...change });
  }

  /** @throws CognitoError UserNotFoundException */
  signOut(username: string): void {
    this.change(username, { signedOutAt: this.#now() });
  }

  /** @throws CognitoError UserNotFoundException */
  remove(username: string): void {
    this.#users.delete(this.get(username).username.toLowerCase());
  }

  #put(user: PoolUser): PoolUser {
    const stored = { ...user, modifiedAt: this.#now() };
    this.#users.put(user.username.toLowerCase(), stored);
    return stored;
  }

  #checkAttributes(user: PoolUser, given: Attributes): void {
    const known = new Set([...STANDARD_ATTRIBUTES, ...this.#pool.customAttributes]);
    const unknown = Object.keys(given).find((name) => !known.has(name));
    if (unknown !== undefined) {
      const message = `Attributes did not conform to the schema: Type for attribute {${unknown}} could not be determined`;
      throw new CognitoError('InvalidParameterException', message);
    }
    if (hasVerifiedEmail(user) && this.list().some((other) => isAlias(other, user))) {
      throw new CognitoError('AliasExistsException', 'An account with the email already exists.');
    }
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

/** Whether another user already signs in with the e-mail address of a user. */
function isAlias(other: PoolUser, user: PoolUser): boolean {
  const isOther = other.username.toLowerCase() !== user.username.toLowerCase();
  return isOther && hasVerifiedEmail(other) && emailOf(other)?.toLowerCase() === emailOf(user)?.toLowerCase();
}
