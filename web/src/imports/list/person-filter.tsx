import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useMe } from '../../shared/session/me.ts';
import { useNames } from '../../shared/session/names.ts';
import { usePeopleOfImports } from '../queries.ts';
import { IMPORTS } from '../text.ts';

/** Chooses a person, by name, among those of the newest imports. */
export function PersonFilter({
  table,
  user,
  onChange,
}: {
  /** The prefix of the CRM table whose imports are listed; empty for all. */
  readonly table: string;
  /** The id of the chosen person; empty for everybody. */
  readonly user: string;
  readonly onChange: (user: string | undefined) => void;
}) {
  const { userId } = useMe();
  const found = usePeopleOfImports(table);
  // A person whom an address names may have no import among the newest.
  const others = [...new Set([...found, ...(user === '' ? [] : [user])])].filter((each) => each !== userId);
  const nameOf = useNames(others, IMPORTS.mine);
  const named = others.map((value) => ({ value, label: nameOf(value) }));
  const options = [
    { value: '', label: IMPORTS.everybody },
    { value: userId, label: IMPORTS.mine },
    ...named.toSorted((a, b) => a.label.localeCompare(b.label)),
  ];
  return (
    <FormField label={IMPORTS.user}>
      <Select
        selectedOption={options.find(({ value }) => value === user) ?? null}
        options={options}
        filteringType="auto"
        onChange={({ detail }) => onChange(detail.selectedOption.value)}
      />
    </FormField>
  );
}
