import type { HistoryEvent } from '../executions/history-event.ts';
import { page } from './page.ts';

interface HistoryRequest {
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
  readonly reverseOrder: boolean;
}

/** A shortened history: which state was entered, left, failed, retried or caught, and when; without payloads. */
export function historyPage(history: readonly HistoryEvent[], { reverseOrder, ...request }: HistoryRequest): object {
  const events = history.map((event, index) => ({
    id: index + 1,
    previousEventId: index,
    timestamp: event.timestamp / 1000,
    type: event.type,
    ...detailsOf(event),
  }));
  const { items, nextToken } = page(reverseOrder ? events.toReversed() : events, request);
  return { events: items, nextToken };
}

function detailsOf({ type, state: name, error, cause }: HistoryEvent): object {
  if (type.endsWith('StateEntered')) return { stateEnteredEventDetails: { name } };
  if (type.endsWith('StateExited')) return { stateExitedEventDetails: { name } };
  return error === undefined ? {} : { executionFailedEventDetails: { error, cause } };
}
