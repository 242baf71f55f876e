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

/** Who may use Switchboard, and by way of which programs. */
export interface SignIn {
  readonly pool: UserPool;
  /** Of the console. */
  readonly client: UserPoolClient;
  /** Of the terminal. */
  readonly terminal: UserPoolClient;
}

/** What the clients have in common: a program that everybody can take apart keeps no secret. */
const PUBLIC_CLIENT = {
  disableOAuth: true,
  generateSecret: false,
  preventUserExistenceErrors: true,
  enableTokenRevocation: true,
  accessTokenValidity: Duration.hours(1),
  idTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.days(1),
} satisfies UserPoolClientOptions;

/** Adds the people who may use Switchboard; only an administrator of the pool adds anybody. */
export function addSignIn(scope: Construct, settings: Settings): SignIn {
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    autoVerify: { email: true },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: settings.demandsSecondFactor ? Mfa.REQUIRED : Mfa.OPTIONAL,
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
        'The Plus plan is paid per user and month; whoever deploys may choose it, and nothing here depends on it.',
    },
    {
      id: 'AwsSolutions-COG2',
      reason: 'Production demands a second factor; a trial offers it.',
    },
  );
  for (const role of ROLE_NAMES) pool.addGroup(role, { groupName: role });
  const client = pool.addClient('Client', {
    ...PUBLIC_CLIENT,
    // The password itself never travels, unless somebody with rights on the pool signs in for another.
    authFlows: { userSrp: true, adminUserPassword: true },
  });
  const terminal = pool.addClient('Terminal', {
    ...PUBLIC_CLIENT,
    // Over TLS, and to Cognito alone; a second factor is asked for here as everywhere.
    authFlows: { userPassword: true },
  });
  return { pool, client, terminal };
}
