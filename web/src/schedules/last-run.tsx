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
export function LastRun({ lastRun, table }: Pick<Schedule, 'lastRun'> & { readonly table: string }) {
  return (
    <Container header={<Header variant="h2">{SCHEDULES.lastRun}</Header>}>
      {lastRun ? (
        <KeyValuePairs columns={3} items={itemsOf(lastRun, table)} />
      ) : (
        <Box color="text-body-secondary">{SCHEDULES.noLastRun}</Box>
      )}
    </Container>
  );
}

/** @param table the address of the CRM table */
function itemsOf(lastRun: NonNullable<Schedule['lastRun']>, table: string) {
  const { scheduledAt, imports, importId, exportId, passedOver = 0, remaining = 0, reason } = lastRun;
  return [
    { label: SCHEDULES.at, value: shownDate(scheduledAt) },
    { label: SCHEDULES.result, value: <RunResult lastRun={lastRun} /> },
    ...(importId === undefined
      ? []
      : [
          { label: SCHEDULES.imports, value: imports.toLocaleString() },
          {
            label: SCHEDULES.lastImport,
            value: <PageLink href={`/imports/${importId}`}>{SCHEDULES.lastImport}</PageLink>,
          },
        ]),
    ...(exportId === undefined
      ? []
      : [
          {
            label: SCHEDULES.export,
            value: <PageLink href={`${table}/exports/${exportId}`}>{SCHEDULES.export}</PageLink>,
          },
        ]),
    ...(reason === undefined ? [] : [{ label: SCHEDULES.reason, value: reason }]),
    ...(passedOver > 0 ? [{ label: SCHEDULES.passedOver, value: passedOver.toLocaleString() }] : []),
    ...(remaining > 0 ? [{ label: SCHEDULES.remaining, value: remaining.toLocaleString() }] : []),
  ];
}
