import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormEvent, useRef } from 'react';
import { ConflictChoice } from '../../shared/form/conflict-choice.tsx';
import type { FormState } from '../../shared/form/use-form.ts';
import { ActionButton } from '../../shared/keys/action-button.tsx';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { FieldInputs } from '../field-inputs.tsx';
import type { Field, Values } from '../fields-model.ts';
import type { DeskTable } from './desk-table.ts';
import { DraftNotice, shownTime } from './draft-notice.tsx';
import { FieldTabs } from './field-tabs.tsx';
import { DESK } from './text.ts';
import { useCloseQuestion } from './use-close-question.ts';
import type { Drafts } from './use-draft.ts';
import { useFormFocus } from './use-form-focus.ts';
import { useKeepDraft } from './use-keep-draft.ts';

interface CustomerFormProps {
  readonly table: DeskTable;
  readonly form: FormState<Values>;
  readonly fields: readonly Field[];
  /** Of all fields, also those that are only shown. */
  readonly values: Values;
  /** What belongs to a field, by its code. */
  readonly hints?: Values;
  readonly isReadOnly?: (field: Field) => boolean;
  readonly drafts: Drafts;
  readonly submitText: string;
  readonly tab: string;
  readonly onTab: (id: string) => void;
  readonly onLeave: () => void;
}

/** The form for a new customer, or for changes of one. What is typed is kept until it is saved or discarded. */
export function CustomerForm(props: CustomerFormProps) {
  const { table, form, fields, values, hints, isReadOnly, drafts, submitText, tab, onTab, onLeave } = props;
  const frame = useRef<HTMLFormElement>(null);
  const isKept = useKeepDraft(form, drafts);
  useCloseQuestion(form.isDirty);
  const attempt = useFormFocus(frame, form, fields, onTab);
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (form.conflict) return form.resolveConflict();
    attempt();
    void form.submit();
  };
  const discard = () => {
    drafts.forgetDraft();
    onLeave();
  };
  const save = { id: 'save', text: submitText, key: 'Ctrl+Enter', act: submit };
  const leave = { id: 'leave', text: DESK.leave, key: 'Escape', act: onLeave };
  const labels = Object.fromEntries(fields.map(({ code, label }) => [code, label]));
  return (
    <form ref={frame} onSubmit={submit} noValidate autoComplete="off">
      <SpaceBetween size="m">
        {drafts.draft && form.isDirty && (
          <DraftNotice text={DESK.restored(shownTime(drafts.draft.at))} onDiscard={discard} />
        )}
        {!isKept && <Alert type="warning">{DESK.notKept}</Alert>}
        {form.failure && <ErrorAlert error={form.failure} header={DESK.notSaved} />}
        {form.conflict && <ConflictChoice form={form} conflict={form.conflict} labels={labels} />}
        <FieldTabs {...{ tabs: table.tabs, fields, active: tab }} onActive={onTab}>
          {(shown) => (
            <FieldInputs
              {...{ fields: shown, values, hints, isReadOnly }}
              faults={form.errors}
              onChange={(code, value) => form.set(code, value)}
            />
          )}
        </FieldTabs>
        <SpaceBetween direction="horizontal" size="xs">
          <ActionButton action={save} variant="primary" submits loading={form.isSaving} />
          <ActionButton action={leave} />
          <PageKeys actions={[save, leave]} />
        </SpaceBetween>
      </SpaceBetween>
    </form>
  );
}
