import type { PageAction } from './page-action.ts';

const registered = new Set<() => readonly PageAction[]>();

/** Offers actions to the palette. @returns a function that takes them back */
export function registerActions(read: () => readonly PageAction[]): () => void {
  registered.add(read);
  return () => registered.delete(read);
}

/** The actions of the page that is shown. */
export const pageActions = (): readonly PageAction[] => [...registered].flatMap((read) => read());
