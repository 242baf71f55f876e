import { SelectField, TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import type { UserValues } from './model.ts';
import { useGroups } from './queries.ts';
import { USERS } from './text.ts';

const TIME_ZONES = ['Etc/UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The fields of a user, for a new one and for a change. */
export function UserFields({ form }: { readonly form: FormState<UserValues> }) {
  const { groups, isLoading } = useGroups();
  const options = groups.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <TextField form={form} name="fullName" label={USERS.fullName} autoFocus />
      <TextField form={form} name="username" label={USERS.username} constraint={USERS.usernameConstraint} />
      <TextField form={form} name="email" label={USERS.email} constraint={USERS.emailConstraint} inputMode="email" />
      <TextField form={form} name="crmId" label={USERS.crmId} constraint={USERS.crmIdConstraint} />
      <TextField form={form} name="language" label={USERS.language} />
      <SelectField
        form={form}
        name="timeZone"
        label={USERS.timeZone}
        options={TIME_ZONES.map((zone) => ({ value: zone, label: zone }))}
        filteringType="auto"
      />
      <SelectField
        form={form}
        name="groupId"
        label={USERS.group}
        options={[{ value: '', label: USERS.noGroup }, ...options]}
        filteringType="auto"
        statusType={isLoading ? 'loading' : 'finished'}
      />
    </>
  );
}
