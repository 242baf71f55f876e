/** How often something is tried, and how long is waited between. */
export interface Patience {
  readonly attempts: number;
  sleep(milliseconds: number): Promise<void>;
}

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 20_000;

/**
 * Tries until it succeeds, fails for good or has been tried often enough. Waits are twice as long each time, with full
 * jitter, so that many who wait for the same thing do not come back together.
 * @param attempt is given its number, from 1
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
