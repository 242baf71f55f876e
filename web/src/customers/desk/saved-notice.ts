import { notify } from '../../shared/shell/notices.tsx';

/** The id of the notice that a customer is saved. It may name values: it goes when another customer is shown. */
export const SAVED_NOTICE = 'customer-saved';

/** @param header if there are warnings */
export function notifySaved(text: string, header: string, warnings: readonly string[]): void {
  if (warnings.length === 0) notify({ id: SAVED_NOTICE, type: 'success', content: text });
  else notify({ id: SAVED_NOTICE, type: 'warning', header, content: warnings.join(' ') });
}
