/** What a repository is asked for: at most `limit` things after the position `after` (exclusive). */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | undefined;
}

/** Things in key order; `next` is the position to go on after, absent at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
