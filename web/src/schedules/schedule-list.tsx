import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { type Schedule, useSchedulePages } from './queries.ts';
import { recurrence } from './recurrence-model.ts';
import { RunResult } from './run-result.tsx';
import { SCHEDULES } from './text.ts';

/** @param table the address of the CRM table */
const columnsOf = (table: string): readonly Column<Schedule>[] => [
  {
    id: 'name',
    header: SCHEDULES.name,
    cell: ({ scheduleId, name }) => <PageLink href={`${table}/schedules/${scheduleId}`}>{name}</PageLink>,
    isName: true,
  },
  { id: 'state', header: SCHEDULES.state, cell: ({ state }) => SCHEDULES.states[state] },
  { id: 'when', header: SCHEDULES.when, cell: ({ when }) => recurrence(when) },
  {
    id: 'next',
    header: SCHEDULES.next,
    cell: ({ nextRuns: [next] }) => (next === undefined ? SCHEDULES.none : shownDate(next.at)),
  },
  {
    id: 'result',
    header: SCHEDULES.result,
    cell: ({ lastRun }) => (lastRun ? <RunResult lastRun={lastRun} /> : SCHEDULES.none),
  },
  { id: 'missed', header: SCHEDULES.missed, cell: ({ missed }) => missed.toLocaleString() },
];

/** The schedules of one CRM table. */
export function ScheduleList({
  accountPrefix,
  tablePrefix,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string;
}) {
  return (
    <EntityList
      name="schedules"
      title={SCHEDULES.title}
      description={SCHEDULES.description}
      noun="schedules"
      pages={useSchedulePages(tablePrefix)}
      idOf={({ scheduleId }) => scheduleId}
      columns={columnsOf(`/accounts/${accountPrefix}/crm-tables/${tablePrefix}`)}
      filterBy="name"
      empty={SCHEDULES.empty}
    />
  );
}
