/** Exit codes, for scripts. */
export const EXIT = { done: 0, failed: 1, doneWithFailures: 2, interrupted: 130 } as const;

/** A violation that the API reports, with its place. */
export interface WrongPart {
  readonly pointer: string;
  readonly detail: string;
}

/** The reason why a command fails, for its user. `code` is stable: scripts may branch on it. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  /** The next step for the user. */
  readonly advice: string | undefined;
  readonly parts: readonly WrongPart[];
  readonly exitCode: number;

  constructor(
    code: string,
    message: string,
    more: { readonly advice?: string; readonly parts?: readonly WrongPart[]; readonly exitCode?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.advice = more.advice;
    this.parts = more.parts ?? [];
    this.exitCode = more.exitCode ?? EXIT.failed;
  }
}

/** A wrong option or argument that `commander` cannot check; it has the same code as those that `commander` reports. */
export const usageError = (message: string, advice?: string): CliError =>
  new CliError('usage', message, advice === undefined ? {} : { advice });
