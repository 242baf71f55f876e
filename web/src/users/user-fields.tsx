import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useGroups } from '../groups/queries.ts';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import { teamsOf, type UserValues } from './model.ts';
import { USERS } from './text.ts';

const TIME_ZONES = ['Etc/UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

/** The fields of a user, for a new one and for a change. */
export function UserFields({ form }: { readonly form: FormState<UserValues> }) {
  const { groups, isLoading } = useGroups();
  const options = groups.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SpaceBetween size="l">
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
      <FormField label={USERS.teams} constraintText={USERS.teamsConstraint} errorText={form.errors.teamIds}>
        <Multiselect
          selectedOptions={teamsOf(form.values).map(
            (id) => options.find(({ value }) => value === id) ?? { value: id, label: id },
          )}
          options={options}
          filteringType="auto"
          placeholder={USERS.chooseTeams}
          statusType={isLoading ? 'loading' : 'finished'}
          onChange={({ detail }) => form.set('teamIds', detail.selectedOptions.map(({ value }) => value).join(' '))}
        />
      </FormField>
    </SpaceBetween>
  );
}
