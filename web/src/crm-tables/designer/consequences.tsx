import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { AffectedList } from './affected-list.tsx';
import type { AffectedImports } from './affected-model.ts';
import type { Changes } from './queries.ts';
import { DESIGNER } from './text.ts';

const SEVERITIES = { notice: 'info', warning: 'warning', serious: 'error' } as const;

/** The severity stands before the text, in words too. */
function Line({ severity, children }: { readonly severity: keyof typeof SEVERITIES; readonly children: string }) {
  return (
    <div>
      <StatusIndicator type={SEVERITIES[severity]}>{DESIGNER.severities[severity]}</StatusIndicator> {children}
    </div>
  );
}

/** What a publication means for the customers that are stored, for agents, and for imports. */
export function Consequences({
  changes,
  affected,
  agentChanges,
}: {
  readonly changes: Changes;
  readonly affected: readonly AffectedImports[];
  readonly agentChanges: readonly string[];
}) {
  const { consequences, reminders, blockers } = changes;
  return (
    <SpaceBetween size="l">
      {blockers.length > 0 && (
        <Alert type="error" header={DESIGNER.blocked}>
          {blockers.map(({ pointer, detail }) => (
            <div key={pointer}>{detail}</div>
          ))}
        </Alert>
      )}
      <Container header={<Header variant="h2">{DESIGNER.forCustomers}</Header>}>
        {consequences.length === 0 ? (
          <Box>{changes.since === null ? DESIGNER.firstPublication : DESIGNER.noConsequence}</Box>
        ) : (
          <SpaceBetween size="xs">
            {consequences.map(({ code, field, severity, detail }) => (
              <Line key={`${code} ${field}`} severity={severity}>
                {detail}
              </Line>
            ))}
          </SpaceBetween>
        )}
      </Container>
      <Container header={<Header variant="h2">{DESIGNER.forImports}</Header>}>
        <AffectedList affected={affected} />
      </Container>
      <Container header={<Header variant="h2">{DESIGNER.forAgents}</Header>}>
        <SpaceBetween size="xs">
          {reminders.map(({ field, tab, detail }) => (
            <Line key={`${field} ${tab}`} severity="warning">
              {detail}
            </Line>
          ))}
          <ExpandableSection headerText={DESIGNER.visibility(agentChanges.length)}>
            <ul className="plain-list">
              {agentChanges.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </ExpandableSection>
        </SpaceBetween>
      </Container>
    </SpaceBetween>
  );
}
