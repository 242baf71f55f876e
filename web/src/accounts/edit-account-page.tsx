import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { AccountFields } from './account-fields.tsx';
import { useAccountCrumbs } from './crumbs.ts';
import { ACCOUNT_LABELS, ACCOUNT_RULES, valuesOf } from './model.ts';
import { useAccount, useAccountWrites } from './queries.ts';
import { ACCOUNTS } from './text.ts';

export default function EditAccountPage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix: string };
}) {
  const { body: account, etag } = useAccount(accountPrefix);
  const { update, read } = useAccountWrites();
  const home = `/accounts/${accountPrefix}`;
  const form = useForm({
    initial: { values: valuesOf(account), etag },
    rules: ACCOUNT_RULES,
    save: async (values, current) => {
      await update(accountPrefix, values, current);
      notify({ id: 'saved', type: 'success', content: ACCOUNTS.savedNotice(accountPrefix) });
      return home;
    },
    reload: async () => {
      const { body, etag } = await read(accountPrefix);
      return { values: valuesOf(body), etag };
    },
  });
  const above = useAccountCrumbs(accountPrefix);
  return (
    <Page isForm title={`${ACCOUNTS.edit} ${accountPrefix}`} above={above}>
      <EntityForm form={form} labels={ACCOUNT_LABELS} submitText={ACCOUNTS.save} cancelTo={home}>
        <TextField form={form} name="name" label={ACCOUNTS.name} autoFocus />
        <AccountFields form={form} />
      </EntityForm>
    </Page>
  );
}
