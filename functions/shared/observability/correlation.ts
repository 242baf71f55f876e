import { AsyncLocalStorage } from 'node:async_hooks';

/** What the lines of one invocation have in common: the import it works for, or Lambda's id of the invocation. */
export type Correlation = { readonly importId: string } | { readonly requestId: string };

const current = new AsyncLocalStorage<Correlation>();

/** Runs with every line that is logged meanwhile bearing the id; a message's own id comes before it. */
export function correlated<T>(correlation: Correlation, run: () => T): T {
  return current.run(correlation, run);
}

export function currentCorrelation(): Correlation | undefined {
  return current.getStore();
}
