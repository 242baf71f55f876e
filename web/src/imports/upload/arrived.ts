import type { ImportSummary } from '../model.ts';

/** The imports whose files this page has sent. */
const ARRIVED = new Set<string>();

export const noteArrival = (importId: string): void => void ARRIVED.add(importId);

/** The status that is shown: the API takes up to a second to learn that a file has arrived. */
export function withArrival<Listed extends Pick<ImportSummary, 'importId' | 'status'>>(each: Listed): Listed {
  return each.status === 'awaiting-upload' && ARRIVED.has(each.importId) ? { ...each, status: 'received' } : each;
}
