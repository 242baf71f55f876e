import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { type ImportSummary, STATUS_TYPES } from './model.ts';
import { IMPORTS, STATUS_TEXTS } from './text.ts';

type Listed = Pick<ImportSummary, 'status' | 'counts' | 'requested'>;

/** The status of an import in words. An import without one good record is no success, and a dry run no import. */
export function shownStatus(each: Listed): { readonly type: StatusIndicatorProps.Type; readonly text: string } {
  const { status, counts, requested } = each;
  const prefix = requested?.options?.dryRun === true ? `${IMPORTS.dryRun}: ` : '';
  if (status === 'completed-with-failures' && counts && counts.failed === counts.total) {
    return { type: 'error', text: `${prefix}${IMPORTS.everyRecordFailed}` };
  }
  return { type: STATUS_TYPES[status], text: `${prefix}${STATUS_TEXTS[status]}` };
}
