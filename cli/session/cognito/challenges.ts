import {
  type AuthenticationResultType,
  type CognitoIdentityProviderClient,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { CliError } from '../../errors.ts';
import type { Questions } from './questions.ts';
import { setUpSecondFactor } from './second-factor.ts';
import { withCode } from './with-code.ts';

/** What Cognito wants next, or its tokens. */
type Step = Pick<
  RespondToAuthChallengeCommandOutput,
  'ChallengeName' | 'ChallengeParameters' | 'Session' | 'AuthenticationResult'
>;

interface Who {
  readonly clientId: string;
  readonly user: string;
}

/** More would be a circle. */
const MOST_CHALLENGES = 6;

/** Answers what Cognito asks, one thing after the other, until it gives tokens. @throws CliError, or the SDK's errors */
export async function answerChallenges(
  client: CognitoIdentityProviderClient,
  who: Who,
  first: Step,
  questions: Questions,
): Promise<AuthenticationResultType> {
  let step = first;
  for (let round = 0; round < MOST_CHALLENGES; round += 1) {
    if (step.AuthenticationResult !== undefined) return step.AuthenticationResult;
    step = await answer(client, who, step, questions);
  }
  throw new CliError('login.failed', 'Cognito asks for one thing after the other and lets nobody in.');
}

async function answer(
  client: CognitoIdentityProviderClient,
  { clientId, user }: Who,
  { ChallengeName: name, ChallengeParameters: parameters, Session: session }: Step,
  questions: Questions,
): Promise<Step> {
  // An e-mail address is an alias, which answers to challenges may not use.
  const username = parameters?.USER_ID_FOR_SRP ?? user;
  const respond = (responses: Record<string, string>, newest = session) =>
    client.send(
      new RespondToAuthChallengeCommand({
        ChallengeName: name,
        ClientId: clientId,
        Session: newest,
        ChallengeResponses: { USERNAME: username, ...responses },
      }),
    );
  switch (name) {
    case 'NEW_PASSWORD_REQUIRED':
      return respond({ NEW_PASSWORD: await questions.newPassword() });
    case 'SOFTWARE_TOKEN_MFA':
      return withCode(questions, (code) => respond({ SOFTWARE_TOKEN_MFA_CODE: code }));
    case 'MFA_SETUP':
      return respond({}, await setUpSecondFactor(client, user, session, questions));
    default:
      throw new CliError('login.challenge-unknown', `Cognito asks for ${name}, which the terminal cannot answer.`);
  }
}
