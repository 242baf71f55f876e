import type { ProgressDisplay } from '../follow/progress-display.ts';

/** Hears how an upload goes. */
export interface UploadMeter {
  /** So many bytes were there before it began. */
  there(bytes: number): void;
  /** So many bytes more have gone out; less than 0 for those that have to go again. */
  sent(bytes: number): void;
}

/** A rate says something from so many seconds on. */
const MEANINGFUL_SECONDS = 1;

/** Shows how far an upload has come, and how fast this run of it goes. @param now in milliseconds */
export function uploadMeter(total: number, display: ProgressDisplay, now: () => number): UploadMeter {
  const startedAt = now();
  const done = { before: 0, now: 0 };
  const show = () => {
    const seconds = (now() - startedAt) / 1000;
    const perSecond = seconds < MEANINGFUL_SECONDS || done.now <= 0 ? undefined : done.now / seconds;
    const all = done.before + done.now;
    const secondsLeft = perSecond === undefined ? undefined : (total - all) / perSecond;
    display.show({ name: 'Upload', done: all, total, unit: 'bytes', perSecond, secondsLeft });
  };
  return {
    there(bytes) {
      done.before += bytes;
      show();
    },
    sent(bytes) {
      done.now += bytes;
      show();
    },
  };
}
