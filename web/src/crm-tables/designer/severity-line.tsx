import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { DESIGNER } from './text.ts';

const SEVERITIES = { notice: 'info', warning: 'warning', serious: 'error' } as const;

/** The severity stands before the text, in words too. The text is outside of the indicator, which breaks lines within words. */
export function SeverityLine({
  severity,
  children,
}: {
  readonly severity: keyof typeof SEVERITIES;
  readonly children: string;
}) {
  return (
    <div>
      <StatusIndicator type={SEVERITIES[severity]}>{DESIGNER.severities[severity]}</StatusIndicator> {children}
    </div>
  );
}
