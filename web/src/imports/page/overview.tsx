import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useNames } from '../../shared/session/names.ts';
import { shownDate } from '../../shared/shell/date.ts';
import { PageLink } from '../../shared/shell/link.tsx';
import { ImportStatus } from '../import-status.tsx';
import { type Import, type ImportSummary, isActive } from '../model.ts';
import { personsOf, useCorrectionsOf } from '../queries.ts';
import { IMPORTS, STATUS_TEXTS } from '../text.ts';
import { RULES_TEXT } from '../wizard/text.ts';
import { Cost } from './cost.tsx';
import { Counts } from './counts.tsx';
import { Pipeline } from './pipeline.tsx';
import { DELIMITERS, PAGE } from './text.ts';

/** The status of an import, its progress while it runs, its counts and its cost. */
export function Overview({ view }: { readonly view: Import }) {
  const corrections = useCorrectionsOf(view);
  const nameOf = useNames(personsOf([view]), IMPORTS.mine);
  const origin = originItems(view, nameOf);
  const items = [...stateItems(view), ...origin, ...formatItems(view), ...linkItems(view, corrections)];
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{PAGE.details}</Header>}>
        <KeyValuePairs columns={4} items={items} />
      </Container>
      {isActive(view) && <Pipeline view={view} />}
      {view.counts && <Counts counts={view.counts} />}
      <Cost estimate={view.estimate} metered={view.metered} />
    </SpaceBetween>
  );
}

function stateItems(view: Import) {
  const { prefix, accountPrefix, createdAt, endedAt, attempt } = view;
  const table = accountPrefix === undefined ? undefined : `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return [
    {
      label: PAGE.status,
      value: <ImportStatus of={view} />,
    },
    { label: PAGE.crmTable, value: table === undefined ? prefix : <PageLink href={table}>{prefix}</PageLink> },
    { label: PAGE.created, value: shownDate(createdAt) },
    { label: PAGE.ended, value: endedAt === undefined ? '–' : shownDate(endedAt) },
    ...(attempt > 1 ? [{ label: PAGE.attempt, value: attempt }] : []),
  ];
}

function originItems(
  { requestedBy, schedule, prefix, accountPrefix, definition }: Import,
  nameOf: (userId: string) => string,
) {
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return [
    ...(requestedBy === undefined ? [] : [{ label: PAGE.requestedBy, value: nameOf(requestedBy) }]),
    ...(schedule === undefined
      ? []
      : [
          {
            label: PAGE.schedule,
            value: (
              <PageLink href={`${table}/schedules/${schedule.scheduleId}`}>{shownDate(schedule.scheduledAt)}</PageLink>
            ),
          },
        ]),
    ...(definition === undefined
      ? []
      : [
          {
            label: PAGE.definition,
            value: (
              <PageLink href={`${table}/definitions/${definition.definitionId}`}>
                {PAGE.version(definition.name, definition.version)}
              </PageLink>
            ),
          },
        ]),
  ];
}

/** The import that this one corrects, and those that correct it. */
function linkItems({ corrects }: Import, corrections: readonly ImportSummary[]) {
  return [
    ...(corrects === undefined
      ? []
      : [{ label: PAGE.corrects, value: <PageLink href={`/imports/${corrects}`}>{PAGE.firstImport}</PageLink> }]),
    ...(corrections.length === 0
      ? []
      : [
          {
            label: PAGE.corrections,
            value: corrections.map(({ importId, createdAt, status }) => (
              <div key={importId}>
                <PageLink href={`/imports/${importId}`}>{shownDate(createdAt)}</PageLink> {STATUS_TEXTS[status]}
              </div>
            )),
          },
        ]),
  ];
}

function formatItems({ fileFormat, options }: Import) {
  if (fileFormat === undefined || options === undefined) return [];
  const { encoding, compression, delimiter, header } = fileFormat;
  const packed = compression === 'none' ? [] : [compression];
  return [
    {
      label: PAGE.format,
      value: [encoding, ...packed, DELIMITERS[delimiter] ?? delimiter, PAGE.header(header)].join(' · '),
    },
    { label: PAGE.mode, value: PAGE.modes[options.mode] },
    { label: RULES_TEXT.conflicts, value: RULES_TEXT.conflictRules[options.conflicts] },
  ];
}
