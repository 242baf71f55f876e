import { Status } from '../../shared/shell/status.tsx';
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
      <Status type={SEVERITIES[severity]}>{DESIGNER.severities[severity]}</Status> {children}
    </div>
  );
}
