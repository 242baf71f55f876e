import Alert from '@cloudscape-design/components/alert';
import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useCrmTableChoices } from '../crm-tables/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { ErasedCustomer } from './erased-customer.tsx';
import { ERASURE_RULES, type ErasureValues, NO_ERASURE, orderOf } from './erasure-model.ts';
import { useEraseCustomer } from './queries.ts';
import { ERASURE, MAINTENANCE } from './text.ts';

const LABELS = {
  prefix: ERASURE.table,
  customerId: ERASURE.customerId,
  values: ERASURE.values,
  isAbsent: ERASURE.notFound,
  confirmed: ERASURE.confirm,
};

/** Orders the erasure of a customer, after the Customer ID was typed twice. */
export default function EraseCustomerPage({ params }: { readonly params: { readonly accountPrefix: string } }) {
  const { accountPrefix } = params;
  const home = `/accounts/${accountPrefix}/maintenance`;
  const erase = useEraseCustomer(accountPrefix);
  const tables = useCrmTableChoices(accountPrefix).items.filter(({ deletingBy }) => deletingBy === undefined);
  const form = useForm<ErasureValues>({
    initial: { values: NO_ERASURE },
    rules: ERASURE_RULES,
    save: async (values) => {
      const { jobId } = await erase(orderOf(values));
      notify({ id: 'saved', type: 'success', content: ERASURE.orderedNotice });
      return `${home}/jobs/${jobId}`;
    },
  });
  return (
    <Page
      isForm
      title={ERASURE.title}
      description={ERASURE.description}
      above={[...useAccountCrumbs(accountPrefix), { text: MAINTENANCE.title, href: home }]}
    >
      <EntityForm form={form} labels={LABELS} submitText={ERASURE.erase} cancelTo={home}>
        <Alert type="warning">{ERASURE.warning}</Alert>
        <SelectField
          form={form}
          name="prefix"
          label={ERASURE.table}
          options={tables.map(({ prefix, name }) => ({ value: prefix, label: name, labelTag: prefix }))}
          filteringType="auto"
        />
        <TextField form={form} name="customerId" label={ERASURE.customerId} />
        <ErasedCustomer
          prefix={form.values.prefix}
          customerId={form.values.customerId}
          isAbsent={form.values.isAbsent === 'yes'}
          onChange={(isAbsent) => form.set('isAbsent', isAbsent ? 'yes' : '')}
        />
        <FormField
          label={ERASURE.values}
          description={ERASURE.valuesHelp}
          constraintText={ERASURE.valuesConstraint}
          errorText={form.errors.values}
        >
          <Textarea rows={4} value={form.values.values} onChange={({ detail }) => form.set('values', detail.value)} />
        </FormField>
        <TextField form={form} name="confirmed" label={ERASURE.confirm} />
      </EntityForm>
    </Page>
  );
}
