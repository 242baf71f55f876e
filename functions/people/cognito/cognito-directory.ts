import { randomBytes } from 'node:crypto';
import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminResetUserPasswordCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import type { SignInProfile } from '../domain/sign-in.ts';
import type { DirectoryAccount, SignInDirectory } from '../ports.ts';
import { fromAttributes, toAttributes } from './account-attributes.ts';
import { ifFound, rejecting } from './rejection.ts';

interface DirectorySettings {
  readonly userPoolId: string;
  /** False: Cognito sends no invitation. The user chooses a password by "Forgot your password?". */
  readonly sendsInvitations: boolean;
}

const PASSWORD_BYTES = 24;

/** A password that nobody knows, with a character of each kind that the pool requires. */
const unknownPassword = (): string => `${randomBytes(PASSWORD_BYTES).toString('base64url')}aA1-`;

/** The users of a Cognito user pool. Their user names are our user ids (docs/adr/0028). */
export class CognitoDirectory implements SignInDirectory {
  readonly #client: CognitoIdentityProviderClient;
  readonly #settings: DirectorySettings;

  constructor(client: CognitoIdentityProviderClient, settings: DirectorySettings) {
    this.#client = client;
    this.#settings = settings;
  }

  async find(userId: string): Promise<DirectoryAccount | undefined> {
    const found = await ifFound(this.#client.send(new AdminGetUserCommand(this.#named(userId))));
    return (
      found && {
        ...fromAttributes(found.UserAttributes),
        isEnabled: found.Enabled ?? true,
        awaitsPassword: found.UserStatus === 'FORCE_CHANGE_PASSWORD',
      }
    );
  }

  async invite(userId: string, profile: SignInProfile, account: DirectoryAccount | undefined): Promise<void> {
    if (this.#settings.sendsInvitations) return this.#create(userId, profile, account ? 'RESEND' : undefined);
    if (!account) await this.#create(userId, profile, 'SUPPRESS');
    // A user whose password is temporary cannot choose another one without it.
    const password = { Password: unknownPassword(), Permanent: true };
    await this.#client.send(new AdminSetUserPasswordCommand({ ...this.#named(userId), ...password }));
  }

  update(userId: string, profile: SignInProfile): Promise<void> {
    const attributes = { ...this.#named(userId), UserAttributes: toAttributes(profile) };
    return rejecting(ifFound(this.#client.send(new AdminUpdateUserAttributesCommand(attributes))));
  }

  async setEnabled(userId: string, isEnabled: boolean): Promise<void> {
    const user = this.#named(userId);
    const command = isEnabled ? new AdminEnableUserCommand(user) : new AdminDisableUserCommand(user);
    await ifFound(this.#client.send(command));
  }

  async signOut(userId: string): Promise<void> {
    await ifFound(this.#client.send(new AdminUserGlobalSignOutCommand(this.#named(userId))));
  }

  resetPassword(userId: string): Promise<void> {
    return rejecting(ifFound(this.#client.send(new AdminResetUserPasswordCommand(this.#named(userId)))));
  }

  async remove(userId: string): Promise<void> {
    await ifFound(this.#client.send(new AdminDeleteUserCommand(this.#named(userId))));
  }

  #create(userId: string, profile: SignInProfile, action: 'RESEND' | 'SUPPRESS' | undefined): Promise<void> {
    const user = { ...this.#named(userId), UserAttributes: toAttributes(profile) };
    const delivery = { DesiredDeliveryMediums: ['EMAIL' as const], ...(action && { MessageAction: action }) };
    return rejecting(this.#client.send(new AdminCreateUserCommand({ ...user, ...delivery })));
  }

  #named(userId: string) {
    return { UserPoolId: this.#settings.userPoolId, Username: userId };
  }
}
