import { AsyncLocalStorage } from 'node:async_hooks';

/** Ties the log lines of one invocation together: the id of the import or of the job of another workflow, or Lambda's request id. */
export type Correlation = { readonly importId: string } | { readonly jobId: string } | { readonly requestId: string };

const current = new AsyncLocalStorage<Correlation>();

/**
 * Runs a function and adds the id to each line that is logged meanwhile; an id in the message itself takes precedence.
 */
export function correlated<T>(correlation: Correlation, run: () => T): T {
  return current.run(correlation, run);
}

export function currentCorrelation(): Correlation | undefined {
  return current.getStore();
}
