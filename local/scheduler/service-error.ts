const STATUS = {
  ValidationException: 400,
  AccessDeniedException: 403,
  InvalidSignatureException: 403,
  UnrecognizedClientException: 403,
  ResourceNotFoundException: 404,
  ConflictException: 409,
};

/** An error of the EventBridge Scheduler API; `code` is AWS's name for it. */
export class ServiceError extends Error {
  readonly code: keyof typeof STATUS;

  constructor(code: keyof typeof STATUS, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
