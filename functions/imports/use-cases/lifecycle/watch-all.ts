import { type WatchIndexesPorts, watchIndexes } from './watch-indexes.ts';
import { type WatchPorts, watchQueues } from './watch-queues.ts';

/** Queues that cannot be dispatched do not keep search indexes from being written. @throws the failure of the queues first */
export async function watchAll(ports: WatchPorts & WatchIndexesPorts): Promise<void> {
  try {
    await watchQueues(ports);
  } finally {
    await watchIndexes(ports);
  }
}
