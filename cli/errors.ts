/** How a command ends, for scripts. */
export const EXIT = { done: 0, failed: 1, doneWithFailures: 2, interrupted: 130 } as const;

/** One thing that the API found wrong, and where. */
export interface WrongPart {
  readonly pointer: string;
  readonly detail: string;
}

/** Why a command cannot go on, in words for the person who typed it. `code` is stable: scripts may branch on it. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  /** What to do about it. */
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

/** A wrong option or argument: the same error as `commander` reports for those that it can check. */
export const usageError = (message: string, advice?: string): CliError =>
  new CliError('usage', message, advice === undefined ? {} : { advice });
