import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { RequestKeys } from '../../shared/api/request-keys.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { useForm } from '../../shared/form/use-form.ts';
import { groupsOf, type Values, valuesOf } from '../fields-model.ts';
import { customerAddress } from './address.ts';
import { CustomerForm } from './customer-form.tsx';
import type { DeskTable } from './desk-table.ts';
import { type Draft, isSameBeginning } from './draft-model.ts';
import { DraftNotice, shownTime } from './draft-notice.tsx';
import { formError, formValues, rulesOf, warningTexts } from './form-values.ts';
import { useCustomerWrites } from './queries.ts';
import { notifySaved } from './saved-notice.ts';
import { openingTab } from './tab-model.ts';
import { DESK } from './text.ts';
import { type Drafts, useDraft } from './use-draft.ts';

interface NewFormProps {
  readonly table: DeskTable;
  readonly prefilled: Values;
  readonly onLeave: () => void;
}

/**
 * The form for a new customer. A half-filled form that began with the same search goes on; one about another customer is
 * offered.
 */
export default function NewForm({ table, prefilled, onLeave }: NewFormProps) {
  const drafts = useDraft(table, undefined);
  const begun = formValues(table.insertable, prefilled);
  const stored = drafts.draft;
  const isSame = stored !== undefined && isSameBeginning(stored.value.base, begun);
  const [taken, setTaken] = useState<Draft | undefined>(isSame ? stored.value : undefined);
  const [isOffered, setOffered] = useState(stored !== undefined && !isSame);
  return (
    <SpaceBetween size="m">
      {isOffered && stored && (
        <DraftNotice
          text={DESK.offered(shownTime(stored.at))}
          goOn={
            <Button
              onClick={() => {
                setTaken(stored.value);
                setOffered(false);
              }}
            >
              {DESK.restore}
            </Button>
          }
          onDiscard={() => {
            drafts.forgetDraft();
            setOffered(false);
          }}
        />
      )}
      <Form
        key={taken === undefined ? 'new' : 'draft'}
        {...{ table, onLeave, begun }}
        taken={taken}
        drafts={{ ...drafts, draft: taken && stored }}
      />
    </SpaceBetween>
  );
}

function Form({
  table,
  begun,
  taken,
  drafts,
  onLeave,
}: Omit<NewFormProps, 'prefilled'> & {
  readonly begun: Values;
  readonly taken: Draft | undefined;
  readonly drafts: Drafts;
}) {
  const { insertable, tabs, defaultCountry } = table;
  const { create } = useCustomerWrites(table);
  const [keys] = useState(() => new RequestKeys());
  const [tab, setTab] = useState(() => openingTab(groupsOf(tabs, insertable), undefined));

  const save = async ({ [CUSTOMER_ID]: typedId = '', ...typed }: Values) => {
    // Copied with a blank, an ID would be another one that looks the same.
    const customerId = typedId.trim();
    const values = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''));
    const order = { values, ...(customerId !== '' && { customerId }) };
    const created = await create(order, keys.of(order)).catch((error) => {
      throw formError(error, insertable);
    });
    const warnings = warningTexts(created.warnings, insertable, typed, defaultCountry);
    notifySaved(DESK.created(created.customerId), DESK.createdWithWarnings(created.customerId), warnings);
    drafts.forgetDraft();
    return customerAddress(table, created.customerId);
  };
  const form = useForm({
    initial: { values: taken ? formValues(insertable, taken.base) : begun },
    typed: taken && valuesOf(taken.typed, insertable),
    rules: rulesOf(insertable, undefined, defaultCountry),
    save,
  });
  return (
    <CustomerForm
      {...{ table, form, drafts, tab, onLeave }}
      onTab={setTab}
      fields={insertable}
      hints={{ [CUSTOMER_ID]: DESK.idHelp }}
      values={form.values}
      submitText={DESK.create}
    />
  );
}
