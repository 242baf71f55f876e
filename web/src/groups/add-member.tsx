import Autosuggest from '@cloudscape-design/components/autosuggest';
import { useState } from 'react';
import { usePaused } from '../shared/form/use-paused.ts';
import { useUserChoices } from '../users/choices.ts';
import { GROUPS } from './text.ts';

/** Finds a user by a part of the name, and adds the user that is chosen. */
export function AddMember({ isRunning, add }: { readonly isRunning: boolean; readonly add: (userId: string) => void }) {
  const [text, setText] = useState('');
  const { users, isLoading } = useUserChoices(usePaused(text.trim()));
  return (
    <Autosuggest
      ariaLabel={GROUPS.add}
      placeholder={GROUPS.choose}
      value={text}
      disabled={isRunning}
      options={users.map(({ id, fullName, username }) => ({ value: id, label: fullName, description: username }))}
      filteringType="manual"
      hideEnteredTextOption
      statusType={isLoading ? 'loading' : 'finished'}
      loadingText={GROUPS.searching}
      empty={text.trim() === '' ? GROUPS.choose : GROUPS.noUser}
      onChange={({ detail }) => setText(detail.value)}
      onSelect={({ detail: { selectedOption } }) => {
        if (selectedOption?.value === undefined) return;
        setText('');
        add(selectedOption.value);
      }}
    />
  );
}
