import SpaceBetween from '@cloudscape-design/components/space-between';
import { TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import type { AccountValues } from './model.ts';
import { ACCOUNTS } from './text.ts';

/** The fields that a new account and a change of one have in common. */
export function AccountFields({ form }: { readonly form: FormState<AccountValues> }) {
  return (
    <SpaceBetween size="l">
      <TextField form={form} name="manager" label={ACCOUNTS.manager} constraint={ACCOUNTS.managerConstraint} />
      <TextField
        form={form}
        name="confirmImportsOverDollars"
        label={ACCOUNTS.limit}
        constraint={ACCOUNTS.limitConstraint}
        inputMode="decimal"
      />
      <TextField
        form={form}
        name="documentTypes"
        label={ACCOUNTS.documentTypes}
        constraint={ACCOUNTS.documentTypesConstraint}
      />
      <TextField
        form={form}
        name="documentMegabytes"
        label={ACCOUNTS.documentMegabytes}
        constraint={ACCOUNTS.documentMegabytesConstraint}
        inputMode="decimal"
      />
      <TextField
        form={form}
        name="documentGigabytes"
        label={ACCOUNTS.documentGigabytes}
        constraint={ACCOUNTS.documentGigabytesConstraint}
        inputMode="decimal"
      />
    </SpaceBetween>
  );
}
