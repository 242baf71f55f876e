const STATUSES = {
  AccessDeniedException: 403,
  InvalidParameterValueException: 400,
  InvalidRequestContentException: 400,
  InvalidSignatureException: 403,
  RequestTooLargeException: 413,
  ResourceNotFoundException: 404,
  UnrecognizedClientException: 403,
} as const;

/** An error of the Lambda API; `code` is AWS's name for it. */
export class LambdaError extends Error {
  override readonly name = 'LambdaError';
  readonly code: keyof typeof STATUSES;

  constructor(code: keyof typeof STATUSES, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return STATUSES[this.code];
  }
}
