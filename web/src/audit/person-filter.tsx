import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useState } from 'react';
import { useMay, useMe } from '../shared/session/me.ts';
import { useUserChoices, useUserName } from '../users/choices.ts';
import { AUDIT } from './text.ts';

/** Narrows the audit to one person. Those who may see the users find a person by a part of the name. */
export function PersonFilter({
  person,
  onChange,
}: {
  readonly person: string;
  readonly onChange: (person: string) => void;
}) {
  const { userId, profile } = useMe();
  const maySeeUsers = useMay()('users.manage');
  const [text, setText] = useState('');
  const { users, isLoading } = useUserChoices(maySeeUsers ? text.trim() : '');
  const name = useUserName(maySeeUsers && person !== userId ? person : '') ?? person;
  const usual = [
    { value: '', label: AUDIT.everybody },
    { value: userId, label: profile?.fullName ?? userId },
    ...(person === '' || person === userId ? [] : [{ value: person, label: name }]),
  ];
  const found = users.map(({ id, fullName, username }) => ({ value: id, label: fullName, description: username }));
  return (
    <FormField label={AUDIT.person}>
      <Select
        selectedOption={usual.find(({ value }) => value === person) ?? null}
        options={text.trim() === '' ? usual : found}
        {...(maySeeUsers && {
          filteringType: 'manual' as const,
          filteringPlaceholder: AUDIT.findPerson,
          statusType: isLoading ? ('loading' as const) : ('finished' as const),
          empty: AUDIT.nobody,
          onLoadItems: ({ detail }: { readonly detail: { readonly filteringText: string } }) =>
            setText(detail.filteringText),
        })}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}
