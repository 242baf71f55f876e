import { CognitoIdentityProviderServiceException } from '@aws-sdk/client-cognito-identity-provider';
import { CliError } from '../../errors.ts';

/** What Cognito's rejections mean to a person. Its own words are shown only where they help: they name no secret. */
const MEANINGS: Readonly<Record<string, readonly [code: string, message: string, advice?: string]>> = {
  NotAuthorizedException: [
    'login.rejected',
    'That user name and password do not fit, or the login is not allowed any more.',
    'An administrator can set a new password: aws cognito-idp admin-set-user-password --help',
  ],
  UserNotFoundException: ['login.rejected', 'That user name and password do not fit.'],
  PasswordResetRequiredException: ['login.password-reset', 'The password has to be reset first; ask an administrator.'],
  UserNotConfirmedException: ['login.rejected', 'This user has not been confirmed yet; ask an administrator.'],
  ResourceNotFoundException: [
    'login.client-unknown',
    'There is no such client in this region.',
    'Compare --client-id with TerminalClientId among the outputs of the deployment, and --region with where it is.',
  ],
  InvalidParameterException: [
    'login.client-wrong',
    'This client does not take passwords.',
    'Use TerminalClientId among the outputs of the deployment, not ConsoleClientId.',
  ],
  TooManyRequestsException: ['login.too-often', 'Too many attempts. Wait a few minutes and try again.'],
  LimitExceededException: ['login.too-often', 'Too many attempts. Wait a few minutes and try again.'],
  CodeMismatchException: ['login.wrong-code', 'That code is not right.'],
  EnableSoftwareTokenMFAException: ['login.wrong-code', 'That code is not right.'],
  ExpiredCodeException: ['login.wrong-code', 'That code has expired; take the next one.'],
};

/** What a call of Cognito ended with, in words for the person who logs in. */
export function signInError(error: unknown): CliError {
  if (error instanceof CliError) return error;
  if (!(error instanceof CognitoIdentityProviderServiceException)) {
    return new CliError('login.unreachable', 'Amazon Cognito could not be reached.', {
      advice: 'Check the connection and --region, then try again.',
    });
  }
  if (error.name === 'InvalidPasswordException') {
    return new CliError('login.password-weak', `That password is rejected: ${error.message}`);
  }
  const [code, message, advice] = MEANINGS[error.name] ?? [
    'login.failed',
    `Cognito rejected the login (${error.name}).`,
  ];
  return new CliError(code, message, advice === undefined ? {} : { advice });
}

export const isWrongCode = (error: unknown): boolean => signInError(error).code === 'login.wrong-code';
