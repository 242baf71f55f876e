import { Status } from '../shared/shell/status.tsx';
import type { ImportSummary } from './model.ts';
import { shownStatus } from './status-model.ts';
import { withArrival } from './upload/arrived.ts';

/** The status of an import, with its colour. */
export function ImportStatus({
  of,
}: {
  readonly of: Pick<ImportSummary, 'importId' | 'status' | 'counts' | 'requested'>;
}) {
  const { type, text } = shownStatus(withArrival(of));
  return <Status type={type}>{text}</Status>;
}
