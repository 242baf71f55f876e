import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { useForm } from '../../shared/form/use-form.ts';
import { valuesOf } from '../fields-model.ts';
import { customerAddress } from './address.ts';
import { CustomerForm } from './customer-form.tsx';
import type { DeskTable } from './desk-table.ts';
import { changesOf } from './draft-model.ts';
import { formError, formValues, rulesOf, warningTexts } from './form-values.ts';
import { type Customer, useCustomerWrites } from './queries.ts';
import { notifySaved } from './saved-notice.ts';
import { DESK } from './text.ts';
import type { Drafts } from './use-draft.ts';

interface EditFormProps {
  readonly table: DeskTable;
  readonly customer: Customer;
  readonly etag: string;
  readonly drafts: Drafts;
  readonly tab: string;
  readonly onTab: (id: string) => void;
  readonly onLeave: () => void;
}

/** Changes a customer: the fields with the flag Modify, as far as the user's roles let them be changed. */
export default function EditForm({ table, customer, etag, drafts, tab, onTab, onLeave }: EditFormProps) {
  const { modifiable, defaultCountry } = table;
  const { customerId } = customer;
  const writes = useCustomerWrites(table);
  const draft = drafts.draft?.value;
  const initial = { values: formValues(modifiable, draft?.base ?? customer.values), etag: draft?.etag ?? etag };

  const save = async (values: Readonly<Record<string, string>>, current: string, before: typeof values) => {
    const changes = changesOf(before, values);
    if (Object.keys(changes).length > 0) {
      const { body } = await writes.update(customerId, changes, current).catch((error) => {
        throw formError(error, modifiable);
      });
      const warnings = warningTexts(body.warnings, modifiable, values, defaultCountry);
      notifySaved(DESK.saved(customerId), DESK.savedWithWarnings(customerId), warnings);
    }
    drafts.forgetDraft();
    onLeave();
    return customerAddress(table, customerId);
  };
  const form = useForm({
    initial,
    typed: draft && valuesOf(draft.typed, modifiable),
    rules: rulesOf(modifiable, initial.values, defaultCountry),
    save,
    reload: async () => {
      const { body, etag: now } = await writes.read(customerId);
      return { values: formValues(modifiable, body.values), etag: now };
    },
  });
  return (
    <CustomerForm
      {...{ table, form, drafts, tab, onTab, onLeave }}
      fields={table.fields}
      values={{ ...customer.values, [CUSTOMER_ID]: customerId, ...form.values }}
      isReadOnly={(field) => !modifiable.includes(field)}
      submitText={DESK.save}
    />
  );
}
