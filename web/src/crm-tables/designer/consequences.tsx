import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { AffectedList } from './affected-list.tsx';
import type { AffectedImports } from './affected-model.ts';
import { DraftCheck } from './draft-check.tsx';
import type { Changes } from './queries.ts';
import { SeverityLine } from './severity-line.tsx';
import { DESIGNER } from './text.ts';

/** What a publication means for the customers that are stored, for agents, and for imports. */
export function Consequences({
  prefix,
  changes,
  affected,
  agentChanges,
}: {
  readonly prefix: string;
  readonly changes: Changes;
  readonly affected: readonly AffectedImports[];
  readonly agentChanges: readonly string[];
}) {
  const { consequences, reminders } = changes;
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{DESIGNER.forCustomers}</Header>}>
        <SpaceBetween size="xs">
          {consequences.length === 0 && (
            <Box>{changes.since === null ? DESIGNER.firstPublication : DESIGNER.noConsequence}</Box>
          )}
          {consequences.map(({ code, field, severity, detail }) => (
            <SeverityLine key={`${code} ${field}`} severity={severity}>
              {detail}
            </SeverityLine>
          ))}
          {changes.since !== null && <DraftCheck prefix={prefix} />}
        </SpaceBetween>
      </Container>
      <Container header={<Header variant="h2">{DESIGNER.forImports}</Header>}>
        <AffectedList affected={affected} />
      </Container>
      <Container header={<Header variant="h2">{DESIGNER.forAgents}</Header>}>
        <SpaceBetween size="xs">
          {reminders.map(({ field, tab, detail }) => (
            <SeverityLine key={`${field} ${tab}`} severity="warning">
              {detail}
            </SeverityLine>
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
