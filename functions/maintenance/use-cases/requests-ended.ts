import type { Clock } from '../../shared/domain/clock.ts';
import type { Stage } from './stages.ts';

/**
 * A request that began before the order has ended then, and so has start-import, which runs for a minute at most: what
 * they have written is there to be removed.
 */
const OPEN_REQUEST_SECONDS = 65;

export const requestsEnded = (clock: Clock, prefix: string): Stage => ({
  name: 'open-requests',
  prefix,
  async step({ createdAt }) {
    const isOver = Date.parse(createdAt) + OPEN_REQUEST_SECONDS * 1000 <= clock.now().getTime();
    return isOver
      ? { next: 'done' }
      : { next: 'later', why: 'Requests that began before the order come to their end.' };
  },
});
