/** An error under the name that Retry and Catch match. The interpreter reads `name`, `message`, `isRetryable`, `isCatchable`. */
export class StateError extends Error {
  readonly isRetryable: boolean;
  readonly isCatchable: boolean;

  constructor(name: string, cause: string, isFatal = false) {
    super(cause);
    this.name = name;
    this.isRetryable = !isFatal;
    this.isCatchable = !isFatal;
  }
}

/** Neither States.ALL nor anything else catches these on AWS. */
export function fatal(name: string, cause: string): StateError {
  return new StateError(name, cause, true);
}

/** What a Lambda function threw. The cause is JSON text, as Step Functions hands it on. */
export function functionFailed(failure: { readonly errorType: string }): StateError {
  return new StateError(failure.errorType, JSON.stringify(failure));
}
