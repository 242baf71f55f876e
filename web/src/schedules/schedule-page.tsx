import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useDefinitionChoices } from '../definitions/queries.ts';
import { useExportDefinitionChoices } from '../exports/queries.ts';
import { useRun } from '../shared/form/use-run.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { Page } from '../shared/shell/page.tsx';
import { LastRun } from './last-run.tsx';
import { type Schedule, useSchedule } from './queries.ts';
import { recurrence } from './recurrence-model.ts';
import { isRunAwaited } from './runs-model.ts';
import { ScheduleActions } from './schedule-actions.tsx';
import { sourceText } from './source-model.ts';
import { SCHEDULES } from './text.ts';

export interface SchedulePath {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly scheduleId: string;
}

/** One schedule: when it runs, its next runs, its last run. Runs it now, changes, pauses, resumes and deletes it. */
export default function SchedulePage({
  params: { accountPrefix, prefix, scheduleId },
}: {
  readonly params: SchedulePath;
}) {
  const [started, setStarted] = useState<string | undefined>(undefined);
  const { body: schedule, etag } = useSchedule(prefix, scheduleId, started);
  const { isRunning, failure, run } = useRun();
  const account = `/accounts/${accountPrefix}`;
  const table = `${account}/crm-tables/${prefix}`;
  return (
    <Page
      title={schedule.name}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: table }]}
      actions={
        <ScheduleActions
          schedule={schedule}
          etag={etag}
          table={table}
          isBusy={isRunning}
          run={run}
          onStarted={setStarted}
        />
      }
    >
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} header={SCHEDULES.notDone} />}
        {started !== undefined && isRunAwaited(schedule.lastRun, started) && <Alert>{SCHEDULES.started}</Alert>}
        <Details schedule={schedule} table={table} />
        <LastRun lastRun={schedule.lastRun} table={table} />
        <NextRuns schedule={schedule} />
      </SpaceBetween>
    </Page>
  );
}

function ExportDefinitionName({ prefix, id }: { readonly prefix: string; readonly id: string }) {
  const found = useExportDefinitionChoices(prefix).find(({ exportDefinitionId }) => exportDefinitionId === id);
  return found?.name ?? id;
}

function Details({ schedule, table }: { readonly schedule: Schedule; readonly table: string }) {
  const name = useDefinitionChoices(schedule.prefix).find((each) => each.definitionId === schedule.definition)?.name;
  const { state, when, timeZone, source, prefix, definition, missed } = schedule;
  return (
    <Container header={<Header variant="h2">{SCHEDULES.details}</Header>}>
      <KeyValuePairs
        columns={3}
        items={[
          { label: SCHEDULES.state, value: SCHEDULES.states[state] },
          { label: SCHEDULES.when, value: recurrence(when) },
          { label: SCHEDULES.timeZone, value: timeZone },
          { label: SCHEDULES.source, value: sourceText(source, prefix) },
          { label: SCHEDULES.missed, value: missed.toLocaleString() },
          ...(source.kind === 'export'
            ? [
                {
                  label: SCHEDULES.exportDefinition,
                  value: <ExportDefinitionName prefix={prefix} id={source.exportDefinitionId} />,
                },
              ]
            : []),
          ...(definition === undefined
            ? []
            : [
                {
                  label: SCHEDULES.definition,
                  value: (
                    <PageLink href={`${table}/definitions/${definition}`}>{name ?? SCHEDULES.definition}</PageLink>
                  ),
                },
              ]),
        ]}
      />
    </Container>
  );
}

type NextRun = Schedule['nextRuns'][number];

function NextRuns({ schedule: { nextRuns, timeZone, state } }: { readonly schedule: Schedule }) {
  return (
    <Table
      header={
        <Header variant="h2" description={SCHEDULES.nextHelp}>
          {SCHEDULES.nextRuns}
        </Header>
      }
      ariaLabels={{ tableLabel: SCHEDULES.nextRuns }}
      items={nextRuns}
      trackBy="at"
      columnDefinitions={[
        {
          id: 'local',
          header: SCHEDULES.local(timeZone),
          cell: ({ local }: NextRun) => local.slice(0, 16).replace('T', ' '),
          isRowHeader: true,
        },
        { id: 'here', header: SCHEDULES.here, cell: ({ at }: NextRun) => shownDate(at) },
      ]}
      empty={<Box textAlign="center">{state === 'paused' ? SCHEDULES.paused : SCHEDULES.noRuns}</Box>}
    />
  );
}
