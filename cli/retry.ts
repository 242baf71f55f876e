/** The number of attempts, and how to wait between them. */
export interface Patience {
  readonly attempts: number;
  sleep(milliseconds: number): Promise<void>;
}

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 20_000;

/**
 * Repeats `attempt` until it succeeds, fails permanently or was repeated often enough. Each wait is up to twice as long
 * as the one before, with full jitter, so that many clients do not retry at the same time.
 * @param attempt gets its number, from 1
 */
export async function retrying<T>(
  { attempts, sleep }: Patience,
  mayPass: (error: unknown) => boolean,
  attempt: (number: number) => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt(number);
    } catch (error) {
      if (number >= attempts || !mayPass(error)) throw error;
      await sleep(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** number));
    }
  }
}
