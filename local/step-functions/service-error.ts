/** An error that the Step Functions API answers: `code` as AWS names it, e.g. `ExecutionAlreadyExists`. */
export class ServiceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
  }
}
