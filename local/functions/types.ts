/** One Lambda function of the template. */
export interface FunctionConfig {
  readonly name: string;
  readonly arn: string;
  /** Folder that holds the bundle. */
  readonly codeDir: string;
  /** `<module>.<export>`, e.g. `index.handler`. */
  readonly handler: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** The payload that AWS returns for a failed invocation. */
export interface FunctionFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[] | undefined;
}

/** `payload` is JSON text. */
export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly failure: FunctionFailure };

/** One invocation: `event` is JSON text. */
export interface Invocation {
  readonly requestId: string;
  readonly event: string;
}
