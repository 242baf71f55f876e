import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { AccountFields } from './account-fields.tsx';
import { ACCOUNT_LABELS, ACCOUNT_RULES, NEW_ACCOUNT } from './model.ts';
import { useAccountWrites, usePrefixTaken } from './queries.ts';
import { ACCOUNTS } from './text.ts';

export default function NewAccountPage() {
  const { create } = useAccountWrites();
  const form = useForm({
    initial: { values: NEW_ACCOUNT },
    rules: ACCOUNT_RULES,
    save: async (values) => {
      const account = await create(values);
      notify({ id: 'saved', type: 'success', content: ACCOUNTS.createdNotice(account.prefix) });
      return `/accounts/${account.prefix}/campaigns/new`;
    },
  });
  const { prefix } = form.values;
  // While the form is saved, the lists are read again: the account itself then has the prefix.
  const taken = usePrefixTaken(prefix) && !form.isSaving ? ACCOUNTS.prefixTaken(prefix.toUpperCase()) : undefined;
  return (
    <Page isForm title={ACCOUNTS.create} above={[{ text: ACCOUNTS.title, href: '/accounts' }]}>
      <EntityForm form={form} labels={ACCOUNT_LABELS} submitText={ACCOUNTS.create} cancelTo="/accounts">
        <TextField form={form} name="name" label={ACCOUNTS.name} autoFocus />
        <TextField
          form={form}
          name="prefix"
          label={ACCOUNTS.prefix}
          constraint={ACCOUNTS.prefixConstraint}
          error={taken}
        />
        <AccountFields form={form} />
      </EntityForm>
    </Page>
  );
}
