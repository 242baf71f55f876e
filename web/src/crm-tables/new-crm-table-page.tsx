import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useAccount } from '../accounts/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { Page } from '../shared/shell/page.tsx';
import { useCrmTableWrites, useTablePrefixTaken } from './designer/queries.ts';
import { NEW_TABLE, NEW_TABLE_LABELS, NEW_TABLE_RULES, newTableOf } from './new-table-model.ts';
import { CRM_TABLES } from './text.ts';

export default function NewCrmTablePage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix: string };
}) {
  const { body: account } = useAccount(accountPrefix);
  const { create } = useCrmTableWrites(account.prefix);
  const home = `/accounts/${account.prefix}`;
  const form = useForm({
    initial: { values: NEW_TABLE },
    rules: NEW_TABLE_RULES,
    save: async (values) => {
      const { body } = await create(newTableOf(values));
      return `${home}/crm-tables/${body.prefix}/design`;
    },
  });
  const { prefix } = form.values;
  const taken = useTablePrefixTaken(account.prefix, prefix) ? CRM_TABLES.prefixTaken(prefix.toUpperCase()) : undefined;
  return (
    <Page isForm title={CRM_TABLES.create} above={useAccountCrumbs(account.prefix)}>
      <EntityForm form={form} labels={NEW_TABLE_LABELS} submitText={CRM_TABLES.create} cancelTo={home}>
        <TextField form={form} name="name" label={CRM_TABLES.name} autoFocus />
        <TextField
          form={form}
          name="prefix"
          label={CRM_TABLES.prefix}
          constraint={CRM_TABLES.prefixConstraint}
          error={taken}
        />
        <TextField
          form={form}
          name="defaultCountry"
          label={CRM_TABLES.country}
          constraint={CRM_TABLES.countryConstraint}
        />
      </EntityForm>
    </Page>
  );
}
