/** Requests and capacity units that AWS charges. */
export interface Metered {
  /** DynamoDB write units, index entries included. */
  readonly writeUnits: number;
  readonly readUnits: number;
  /** S3 requests that read: GET and HEAD. */
  readonly s3Reads: number;
  /** S3 requests that write or list; each costs ten times a read. */
  readonly s3Writes: number;
}

const NOTHING: Metered = { writeUnits: 0, readUnits: 0, s3Reads: 0, s3Writes: 0 };

/**
 * Adds up the use of the clients of one execution environment. An environment runs one invocation at a time, so the use
 * since the last `reset` is that of one invocation.
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
