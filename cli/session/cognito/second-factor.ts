import {
  AssociateSoftwareTokenCommand,
  type CognitoIdentityProviderClient,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { CliError } from '../../errors.ts';
import type { Questions } from './questions.ts';
import { withCode } from './with-code.ts';

/** Sets up an authenticator app for a user who has none yet. Answers the session to go on with. */
export async function setUpSecondFactor(
  client: CognitoIdentityProviderClient,
  user: string,
  session: string | undefined,
  questions: Questions,
): Promise<string | undefined> {
  const associated = await client.send(new AssociateSoftwareTokenCommand({ Session: session }));
  if (associated.SecretCode === undefined) throw new CliError('login.failed', 'Cognito has answered without a secret.');
  questions.showSecret(associated.SecretCode, otpauthAddress(user, associated.SecretCode));
  const verified = await withCode(questions, (code) =>
    client.send(
      new VerifySoftwareTokenCommand({
        Session: associated.Session,
        UserCode: code,
        FriendlyDeviceName: 'Authenticator app',
      }),
    ),
  );
  return verified.Session;
}

/** The address that authenticator apps read from a QR code. */
export function otpauthAddress(user: string, secret: string): string {
  return `otpauth://totp/Switchboard:${encodeURIComponent(user)}?secret=${secret}&issuer=Switchboard`;
}
