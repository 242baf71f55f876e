/** Where the scheduler learns what time it is, and is woken; tests move it. Times are milliseconds since 1970. */
export interface SchedulerClock {
  now(): number;
  /** Calls once after this many milliseconds, or earlier; answers how to call it off. Infinity is a time, too. */
  wakeIn(milliseconds: number, wake: () => void): () => void;
}

/** The machine may sleep, its clock may be set, and its timers reach no further than 24 days: it wakes whoever waits longer. */
const LONGEST_SLEEP_MS = 30_000;

export const machineClock: SchedulerClock = {
  now: () => Date.now(),
  wakeIn: (milliseconds, wake) => {
    const timer = setTimeout(wake, Math.min(milliseconds, LONGEST_SLEEP_MS));
    return () => clearTimeout(timer);
  },
};
