/** What decides how long a notice stays. */
export interface Shown {
  readonly id: string;
  readonly type?: string;
  /** In milliseconds since 1970. */
  readonly shownAt: number;
}

/** The id of the notice that something is saved. The next act removes it: it must not stand above the error of that act. */
export const SAVED = 'saved';

/** The id of the notice that a customer is deleted. */
export const DELETED = 'customer-deleted';

/** They speak of the page before: the page to which an act leads shows them, and a later one does not. */
const OF_LAST_ACT: ReadonlySet<string> = new Set([SAVED, DELETED]);
/** An act and the address to which it leads are within one task; a redirect may follow. */
const SAME_ACT_MS = 1_000;

/** Which notices remain when another page is shown. A warning and an error stay until they are dismissed. */
export const remaining = <Each extends Shown>(shown: readonly Each[], now: number): readonly Each[] =>
  shown.filter(({ id, type, shownAt }) => type !== 'success' || !OF_LAST_ACT.has(id) || now - shownAt < SAME_ACT_MS);
