import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import { choiceOf, isChosen, PERMISSIONS_FIELD, type RoleValues } from './model.ts';
import { PERMISSION_GROUPS, PERMISSION_TEXTS, ROLES } from './text.ts';

/** The name of a role, and its permissions in words. */
export function RoleFields({ form }: { readonly form: FormState<RoleValues> }) {
  return (
    <SpaceBetween size="l">
      <TextField form={form} name="name" label={ROLES.name} autoFocus />
      <FormField label={ROLES.permissions} errorText={form.errors[PERMISSIONS_FIELD]} stretch>
        <ColumnLayout columns={2}>
          {PERMISSION_GROUPS.map(({ title, permissions }) => (
            <FormField key={title} label={title}>
              <SpaceBetween size="xxs">
                {permissions.map((permission) => (
                  <Checkbox
                    key={permission}
                    checked={isChosen(form.values, permission)}
                    onChange={({ detail }) => form.set(permission, choiceOf(detail.checked))}
                  >
                    {PERMISSION_TEXTS[permission]}
                  </Checkbox>
                ))}
              </SpaceBetween>
            </FormField>
          ))}
        </ColumnLayout>
      </FormField>
    </SpaceBetween>
  );
}
