import { Duration, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  UserPool,
  type UserPoolClient,
  type UserPoolClientOptions,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { ROLE_NAMES } from '../../functions/shared/domain/roles.ts';
import type { Settings } from '../settings.ts';

/** The user pool, and the clients that may use it. */
export interface SignIn {
  readonly pool: UserPool;
  /** The console's client. */
  readonly client: UserPoolClient;
  /** The terminal's client. */
  readonly terminal: UserPoolClient;
}

/** Common to both clients, which are public: neither can keep a secret. */
const PUBLIC_CLIENT = {
  disableOAuth: true,
  generateSecret: false,
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  accessTokenValidity: Duration.hours(1),
  idTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.days(1),
} satisfies UserPoolClientOptions;

/** Adds the user pool. Only an administrator of the pool can add users. */
export function addSignIn(scope: Construct, settings: Settings): SignIn {
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    autoVerify: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: settings.requiresSecondFactor ? Mfa.REQUIRED : Mfa.OPTIONAL,
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(3),
    },
    featurePlan: FeaturePlan.ESSENTIALS,
    deletionProtection: settings.deletionProtection,
    removalPolicy: settings.removalPolicy,
  });
  Validations.of(pool).acknowledge(
    {
      id: 'AwsSolutions-COG8',
      reason:
        'The Plus plan costs money for each user and month; an operator may choose it, and Switchboard does not depend on it.',
    },
    {
      id: 'AwsSolutions-COG2',
      reason: 'Production requires a second factor; a trial offers it.',
    },
  );
  for (const role of ROLE_NAMES) pool.addGroup(role, { groupName: role });
  const client = pool.addClient('Client', {
    ...PUBLIC_CLIENT,
    // The password is sent only if an administrator of the pool signs in for a user; otherwise SRP is used.
    authFlows: { userSrp: true, adminUserPassword: true },
  });
  const terminal = pool.addClient('Terminal', {
    ...PUBLIC_CLIENT,
    // The password is sent over TLS, and to Cognito only; a second factor is required as in any other flow.
    authFlows: { userPassword: true },
  });
  return { pool, client, terminal };
}
