import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type AuditEntry, actText, objectText, pageOf, personOf, valueText } from './model.ts';
import { AUDIT } from './text.ts';

/** One whole entry, with each changed attribute before and after. */
export function EntryDetails({ entry }: { readonly entry: AuditEntry }) {
  const page = pageOf(entry);
  const { rejections } = entry;
  return (
    <Container header={<Header variant="h2">{actText(entry)}</Header>}>
      <SpaceBetween size="l">
        <KeyValuePairs
          columns={4}
          items={[
            {
              label: AUDIT.object,
              value: page === undefined ? objectText(entry) : <PageLink href={page}>{objectText(entry)}</PageLink>,
            },
            { label: AUDIT.account, value: entry.account ?? AUDIT.installation },
            { label: AUDIT.at, value: shownDate(entry.at) },
            { label: AUDIT.person, value: personOf(entry) },
            { label: AUDIT.roles, value: entry.roles.join(', ') || '–' },
            { label: AUDIT.address, value: entry.address ?? '–' },
            { label: AUDIT.requestId, value: entry.requestId },
            ...(rejections === undefined ? [] : [{ label: AUDIT.rejections, value: rejections.toLocaleString() }]),
          ]}
        />
        <Changes entry={entry} />
      </SpaceBetween>
    </Container>
  );
}

function Changes({ entry: { changes, omitted } }: { readonly entry: AuditEntry }) {
  return (
    <Table
      variant="embedded"
      wrapLines
      ariaLabels={{ tableLabel: AUDIT.changes }}
      items={changes}
      trackBy="path"
      columnDefinitions={[
        { id: 'path', header: AUDIT.attribute, cell: ({ path }) => path, isRowHeader: true },
        { id: 'before', header: AUDIT.before, cell: (change) => valueText(change.before, change) },
        { id: 'after', header: AUDIT.after, cell: (change) => valueText(change.after, change) },
      ]}
      empty={AUDIT.noChanges}
      footer={omitted > 0 && <Box>{AUDIT.omitted(omitted)}</Box>}
    />
  );
}
