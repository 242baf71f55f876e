import { ArnFormat, Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import { CRM_USERNAME } from '../../functions/shared/domain/crm-username.ts';
import { worldwideName } from '../names.ts';
import type { Settings } from '../settings.ts';

/** The user pool, and the domain of its sign-in pages. */
export interface SignIn {
  readonly pool: UserPool;
  readonly domain: UserPoolDomain;
}

const FINDINGS = [
  {
    id: 'AwsSolutions-COG8',
    reason:
      'The Plus plan costs money for each user and month; an operator may choose it, and Switchboard does not depend on it.',
  },
  { id: 'AwsSolutions-COG2', reason: 'Production requires a second factor; a trial offers it.' },
];

/** As long as a username may be. */
const LONGEST_USERNAME = 100;

/** Adds the user pool. Only an administrator of the pool can add users. */
export function addSignIn(scope: Construct, settings: Settings): SignIn {
  const pool = new UserPool(scope, 'Users', {
    selfSignUpEnabled: false,
    // Cognito changes none of the following four for an existing pool (docs/adr/0028). The user name is our user id.
    signInAliases: { username: true, email: true },
    signInCaseSensitive: false,
    standardAttributes: { email: { required: true, mutable: true } },
    // The username of our users: Cognito's own is their id. Its case counts, which that of Cognito's names does not.
    customAttributes: { [CRM_USERNAME]: new StringAttribute({ mutable: true, maxLen: LONGEST_USERNAME }) },
    autoVerify: { email: true },
    // The old address is the way to sign in until the new one is verified.
    keepOriginal: { email: true },
    userInvitation: {
      emailSubject: 'Your Switchboard account',
      emailBody:
        'You can sign in to Switchboard with your e-mail address and the temporary password {####}. Your user id is {username}.',
    },
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
  Validations.of(pool).acknowledge(...FINDINGS);
  if (settings.signInEmail !== undefined) sendFrom(pool, settings.signInEmail);
  const domain = pool.addDomain('Domain', {
    cognitoDomain: { domainPrefix: worldwideName(scope, settings, 'sign-in') },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  });
  return { pool, domain };
}

/**
 * Sends invitations and codes through Amazon SES of the same region: Cognito's own sender stops at 50 messages a day. Set on
 * the resource itself, since the construct wants a region by name and the stacks have none.
 */
function sendFrom(pool: UserPool, address: string): void {
  if (!(pool.node.defaultChild instanceof CfnUserPool)) throw new Error('A user pool without its resource');
  const [, domain = ''] = address.split('@');
  pool.node.defaultChild.emailConfiguration = {
    emailSendingAccount: 'DEVELOPER',
    from: `Switchboard <${address}>`,
    sourceArn: Stack.of(pool).formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName: domain,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    }),
  };
}
