/** The errors of Cognito that occur here, by its own names, and those of a request that cannot be read. */
type CognitoErrorCode =
  | 'AliasExistsException'
  | 'InvalidParameterException'
  | 'NotAuthorizedException'
  | 'ResourceNotFoundException'
  | 'UnsupportedUserStateException'
  | 'UserNotFoundException'
  | 'UsernameExistsException'
  | 'AccessDeniedException'
  | 'InvalidSignatureException'
  | 'SerializationException'
  | 'UnknownOperationException'
  | 'UnrecognizedClientException';

export class CognitoError extends Error {
  override readonly name = 'CognitoError';
  readonly code: CognitoErrorCode;

  constructor(code: CognitoErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
