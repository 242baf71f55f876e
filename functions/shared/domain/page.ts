/** Requests at most `limit` items after the position `after` (exclusive). */
export interface PageRequest {
  readonly limit: number;
  readonly after: string | undefined;
}

/** Items in key order; `next` is the position of the next page, absent on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}
