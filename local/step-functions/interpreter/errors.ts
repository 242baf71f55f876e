/** An error with the name that Retry and Catch match. The interpreter reads `name`, `message`, `isRetryable`, `isCatchable`. */
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

/** On AWS neither States.ALL nor any other name catches these. */
export function fatal(name: string, cause: string): StateError {
  return new StateError(name, cause, true);
}

/** The failure of a Lambda function. The cause is JSON text, as in Step Functions. */
export function functionFailed(failure: { readonly errorType: string }): StateError {
  return new StateError(failure.errorType, JSON.stringify(failure));
}
