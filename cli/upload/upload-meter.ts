import type { ProgressDisplay } from '../follow/progress-display.ts';

/** Called with the progress of an upload. */
export interface UploadMeter {
  /** Bytes that an earlier run has sent. */
  there(bytes: number): void;
  /** Further bytes sent; negative for bytes that have to be sent again. */
  sent(bytes: number): void;
}

/** A rate over a shorter time means nothing. */
const MEANINGFUL_SECONDS = 1;

/** Shows the progress of an upload, and the speed of this run. @param now in milliseconds */
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
