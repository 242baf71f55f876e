import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';

/** Signing in needs no AWS credentials. */
export const cognitoClient = (region: string): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({ region });
