import type { ProgressDisplay } from '../follow/progress-display.ts';

/** A rate says something from so many seconds on. */
const MEANINGFUL_SECONDS = 1;

/** Shows how far an upload has come. Answers what is to be told how many bytes more have gone out. @param now in milliseconds */
export function uploadMeter(total: number, display: ProgressDisplay, now: () => number): (bytes: number) => void {
  const startedAt = now();
  let done = 0;
  const show = () => {
    const seconds = (now() - startedAt) / 1000;
    const perSecond = seconds < MEANINGFUL_SECONDS || done === 0 ? undefined : done / seconds;
    const secondsLeft = perSecond === undefined ? undefined : (total - done) / perSecond;
    display.show({ name: 'Upload', done, total, unit: 'bytes', perSecond, secondsLeft });
  };
  return (bytes) => {
    done += bytes;
    show();
  };
}
