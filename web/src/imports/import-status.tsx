import StatusIndicator from '@cloudscape-design/components/status-indicator';
import './import-status.css';
import type { ImportSummary } from './model.ts';
import { shownStatus } from './status-model.ts';

/** The status of an import, with its colour. */
export function ImportStatus({ of }: { readonly of: Pick<ImportSummary, 'status' | 'counts' | 'requested'> }) {
  const { type, text } = shownStatus(of);
  return (
    <StatusIndicator type={type}>
      <span className="import-status">{text}</span>
    </StatusIndicator>
  );
}
