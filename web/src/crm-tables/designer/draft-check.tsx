import LiveRegion from '@cloudscape-design/components/live-region';
import { Status } from '../../shared/shell/status.tsx';
import { draftCheckText } from './draft-check-model.ts';
import { useDraftCheck } from './queries.ts';
import { SeverityLine } from './severity-line.tsx';
import { DESIGNER } from './text.ts';

/** How many stored customers the draft of a published CRM table rejects. */
export function DraftCheck({ prefix }: { readonly prefix: string }) {
  const { data, isError } = useDraftCheck(prefix);
  if (isError) return <SeverityLine severity="warning">{DESIGNER.checkFailed}</SeverityLine>;
  if (data === undefined) return <Status type="loading">{DESIGNER.checking}</Status>;
  const { isRejecting, summary, lines } = draftCheckText(data);
  return (
    <LiveRegion>
      <SeverityLine severity={isRejecting ? 'warning' : 'notice'}>{summary}</SeverityLine>
      {lines.length > 0 && (
        <ul className="plain-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </LiveRegion>
  );
}
