/** Where the scheduler learns what time it is, and is woken; tests move it. Times are milliseconds since 1970. */
export interface SchedulerClock {
  now(): number;
  /** Calls once after this many milliseconds; answers how to call it off. */
  wakeIn(milliseconds: number, wake: () => void): () => void;
}

export const machineClock: SchedulerClock = {
  now: () => Date.now(),
  wakeIn: (milliseconds, wake) => {
    const timer = setTimeout(wake, milliseconds);
    return () => clearTimeout(timer);
  },
};
