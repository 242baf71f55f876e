import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { shownDate } from '../shared/shell/date.ts';
import { Page } from '../shared/shell/page.tsx';
import { STATUS_TYPES } from './model.ts';
import { useImport } from './queries.ts';
import { IMPORTS, STATUS_TEXTS } from './text.ts';

export default function ImportPage({ params: { importId } }: { readonly params: { readonly importId: string } }) {
  const { fileName, prefix, status, rejection, requestedBy, createdAt, endedAt, counts } = useImport(importId);
  return (
    <Page title={fileName} above={[{ text: IMPORTS.title, href: '/imports' }]}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{IMPORTS.details}</Header>}>
          <KeyValuePairs
            columns={4}
            items={[
              {
                label: IMPORTS.status,
                value: <StatusIndicator type={STATUS_TYPES[status]}>{STATUS_TEXTS[status]}</StatusIndicator>,
              },
              { label: IMPORTS.crmTable, value: prefix },
              { label: IMPORTS.created, value: shownDate(createdAt) },
              { label: IMPORTS.ended, value: endedAt === undefined ? '–' : shownDate(endedAt) },
              ...(requestedBy === undefined ? [] : [{ label: IMPORTS.requestedBy, value: requestedBy }]),
              ...(rejection === undefined ? [] : [{ label: IMPORTS.reason, value: rejection.reason }]),
            ]}
          />
        </Container>
        {counts && (
          <Container header={<Header variant="h2">{IMPORTS.records}</Header>}>
            <KeyValuePairs
              columns={4}
              items={Object.entries(IMPORTS.counts).map(([name, label]) => ({
                label,
                value: counts[name as keyof typeof IMPORTS.counts].toLocaleString(),
              }))}
            />
          </Container>
        )}
      </SpaceBetween>
    </Page>
  );
}
