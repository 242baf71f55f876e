/** What requests took that AWS charges one by one. */
export interface Metered {
  /** DynamoDB write units, index entries included. */
  readonly writeUnits: number;
  /** DynamoDB read units. */
  readonly readUnits: number;
  /** S3 requests that read: GET and HEAD. */
  readonly s3Reads: number;
  /** S3 requests that write or list, ten times as dear. */
  readonly s3Writes: number;
}

const NOTHING: Metered = { writeUnits: 0, readUnits: 0, s3Reads: 0, s3Writes: 0 };

/**
 * Adds up what the clients of one execution environment use. An environment runs one invocation at a time, so what was
 * used since the last `reset` is that of one.
 */
export class Meter {
  #used: Metered = NOTHING;

  get used(): Metered {
    return this.#used;
  }

  add(kind: keyof Metered, amount: number): void {
    this.#used = { ...this.#used, [kind]: this.#used[kind] + amount };
  }

  reset(): void {
    this.#used = NOTHING;
  }
}
