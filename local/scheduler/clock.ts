/** The scheduler's source of time and timers; tests replace it. Times are milliseconds since 1970. */
export interface SchedulerClock {
  now(): number;
  /** Calls `wake` once after this many milliseconds or earlier; returns a function that cancels the call. Infinity is allowed. */
  wakeIn(milliseconds: number, wake: () => void): () => void;
}

/** Longer waits are split: the machine may sleep, its clock may be set, and timers of Node reach no further than 24 days. */
const LONGEST_SLEEP_MS = 30_000;

export const machineClock: SchedulerClock = {
  now: () => Date.now(),
  wakeIn: (milliseconds, wake) => {
    const timer = setTimeout(wake, Math.min(milliseconds, LONGEST_SLEEP_MS));
    return () => clearTimeout(timer);
  },
};
