import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import type { Schedule } from './queries.ts';
import { RunResult } from './run-result.tsx';
import { SCHEDULES } from './text.ts';

/** The last run of a schedule, its imports, and the files that it left in the inbox. */
export function LastRun({ lastRun }: Pick<Schedule, 'lastRun'>) {
  return (
    <Container header={<Header variant="h2">{SCHEDULES.lastRun}</Header>}>
      {lastRun ? (
        <KeyValuePairs columns={3} items={itemsOf(lastRun)} />
      ) : (
        <Box color="text-body-secondary">{SCHEDULES.noLastRun}</Box>
      )}
    </Container>
  );
}

function itemsOf(lastRun: NonNullable<Schedule['lastRun']>) {
  const { scheduledAt, imports, importId, passedOver = 0, remaining = 0, reason } = lastRun;
  return [
    { label: SCHEDULES.at, value: shownDate(scheduledAt) },
    { label: SCHEDULES.result, value: <RunResult lastRun={lastRun} /> },
    { label: SCHEDULES.imports, value: imports.toLocaleString() },
    {
      label: SCHEDULES.lastImport,
      value: <PageLink href={`/imports/${importId}`}>{SCHEDULES.lastImport}</PageLink>,
    },
    ...(reason === undefined ? [] : [{ label: SCHEDULES.reason, value: reason }]),
    ...(passedOver > 0 ? [{ label: SCHEDULES.passedOver, value: passedOver.toLocaleString() }] : []),
    ...(remaining > 0 ? [{ label: SCHEDULES.remaining, value: remaining.toLocaleString() }] : []),
  ];
}
