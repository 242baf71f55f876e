/** An error of the Step Functions API; `code` is AWS's name for it, e.g. `ExecutionAlreadyExists`. */
export class ServiceError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
  }
}
