import { isDeepStrictEqual } from 'node:util';
import type { SignInProfile } from '../../functions/people/domain/sign-in.ts';
import { SignInRejection } from '../../functions/people/domain/sign-in-account.ts';
import type { DirectoryAccount, SignInDirectory, SignInWorker } from '../../functions/people/ports.ts';

/** The sign-in service in memory. It records its acts, and fails on request. */
export class FakeDirectory implements SignInDirectory, SignInWorker {
  readonly accounts = new Map<string, DirectoryAccount>();
  /** `invite ann`, in their order. */
  acts: string[] = [];
  /** Thrown by the next call of each of these acts. */
  readonly failures = new Map<string, Error>();

  async find(userId: string): Promise<DirectoryAccount | undefined> {
    this.#fail('find');
    return this.accounts.get(userId);
  }

  async invite(userId: string, profile: SignInProfile): Promise<void> {
    this.#act('invite', userId);
    this.#claim(userId, profile);
    this.accounts.set(userId, { ...profile, isEnabled: true, awaitsPassword: true });
  }

  async update(userId: string, profile: SignInProfile): Promise<void> {
    this.#act('update', userId);
    this.#claim(userId, profile);
    this.#change(userId, profile);
  }

  async setEnabled(userId: string, isEnabled: boolean): Promise<void> {
    this.#act(isEnabled ? 'enable' : 'disable', userId);
    this.#change(userId, { isEnabled });
  }

  async signOut(userId: string): Promise<void> {
    this.#act('sign-out', userId);
  }

  async resetPassword(userId: string): Promise<void> {
    this.#act('reset-password', userId);
  }

  async remove(userId: string): Promise<void> {
    this.#act('remove', userId);
    this.accounts.delete(userId);
  }

  async start(): Promise<void> {
    this.acts.push('start');
  }

  /** The user has chosen a password. */
  signIn(userId: string): void {
    this.#change(userId, { awaitsPassword: false });
  }

  #change(userId: string, change: Partial<DirectoryAccount>): void {
    const account = this.accounts.get(userId);
    if (account) this.accounts.set(userId, { ...account, ...change });
  }

  #claim(userId: string, { email }: SignInProfile): void {
    for (const [other, account] of this.accounts) {
      if (other !== userId && isDeepStrictEqual(account.email, email)) throw new SignInRejection('email-in-use');
    }
  }

  #act(name: string, userId: string): void {
    this.#fail(name);
    this.acts.push(`${name} ${userId}`);
  }

  #fail(name: string): void {
    const failure = this.failures.get(name);
    this.failures.delete(name);
    if (failure) throw failure;
  }
}
