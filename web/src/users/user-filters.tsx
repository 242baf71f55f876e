import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Select from '@cloudscape-design/components/select';
import { useGroups } from '../groups/queries.ts';
import { TextFilter } from '../shared/list/text-filter.tsx';
import type { Pages } from '../shared/list/use-pages.ts';
import { filterOf, textOf, type UserFilter } from './filter-model.ts';
import type { User } from './model.ts';
import { STATUS_TEXTS, USERS } from './text.ts';

const COLUMNS = [{ default: 12, s: 6 }, ...[1, 2].map(() => ({ default: 12, xs: 6, s: 3 }))].map((colspan) => ({
  colspan,
}));

const STATUSES = [
  { value: '', label: USERS.everyStatus },
  ...Object.entries(STATUS_TEXTS).map(([value, label]) => ({ value, label })),
];

/** Narrows the list to a part of a name, a status and a group. */
export function UserFilters({ pages }: { readonly pages: Pages<User> }) {
  const filter = filterOf(pages.filter);
  const { groups } = useGroups();
  const change = (changed: Partial<Record<keyof UserFilter, string>>) =>
    pages.setFilter(textOf(filterOf(new URLSearchParams({ ...filter, ...changed }).toString())));
  const choices = [
    { value: '', label: USERS.everyGroup },
    ...groups.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const named = { ...pages, filter: filter.text, setFilter: (text: string) => change({ text }) };
  return (
    <Grid gridDefinition={COLUMNS}>
      <FormField label={USERS.nameFilter} stretch>
        <TextFilter pages={named} noun="users" by="name, e-mail address or CRM Id" ref={null} />
      </FormField>
      <FormField label={USERS.status}>
        <Select
          selectedOption={STATUSES.find(({ value }) => value === filter.status) ?? null}
          options={STATUSES}
          onChange={({ detail }) => change({ status: detail.selectedOption.value ?? '' })}
        />
      </FormField>
      <FormField label={USERS.group}>
        <Select
          selectedOption={choices.find(({ value }) => value === filter.group) ?? null}
          options={choices}
          filteringType="auto"
          onChange={({ detail }) => change({ group: detail.selectedOption.value ?? '' })}
        />
      </FormField>
    </Grid>
  );
}
