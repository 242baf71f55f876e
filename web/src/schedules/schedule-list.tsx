import Box from '@cloudscape-design/components/box';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { useSearch } from '../shared/router/use-search.ts';
import { shownDate } from '../shared/shell/date.ts';
import { type Schedule, useSchedulePages } from './queries.ts';

const TEXT = {
  title: 'Schedules',
  description: 'Imports of this CRM table that run later, once or again and again.',
  empty: 'No schedule is set up for this CRM table.',
  name: 'Name',
  state: 'State',
  states: { active: 'Active', paused: 'Paused' },
  next: 'Next run',
  none: 'None',
} as const;

/** @param named the id that the address names, for instance after a search: its name is bold */
const columnsOf = (named: string | null): readonly Column<Schedule>[] => [
  {
    id: 'name',
    header: TEXT.name,
    cell: ({ scheduleId, name }) => <Box fontWeight={scheduleId === named ? 'bold' : 'normal'}>{name}</Box>,
    isName: true,
  },
  { id: 'state', header: TEXT.state, cell: ({ state }) => TEXT.states[state] },
  {
    id: 'next',
    header: TEXT.next,
    cell: ({ nextRuns: [next] }) => (next === undefined ? TEXT.none : shownDate(next.at)),
  },
];

/** The schedules of one CRM table. */
export function ScheduleList({ tablePrefix }: { readonly tablePrefix: string }) {
  const [search] = useSearch();
  return (
    <EntityList
      name="schedules"
      title={TEXT.title}
      description={TEXT.description}
      noun="schedules"
      pages={useSchedulePages(tablePrefix)}
      idOf={({ scheduleId }) => scheduleId}
      columns={columnsOf(search.get('schedule'))}
      filterBy="name"
      empty={TEXT.empty}
    />
  );
}
