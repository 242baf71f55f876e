import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { type Values, withFlag } from '../../customers/fields-model.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { type Check, checkCustomer, type Draft, reasonsOf, type TrialCustomer } from './desk-model.ts';
import { FieldsForm } from './fields-form.tsx';
import { TRY_OUT } from './text.ts';

/** The form for a new customer, or for changes of one. Saving checks all values, also those that the form lacks. */
export function CustomerForm({
  draft,
  flag,
  initial,
  others,
  onSave,
  onCancel,
}: {
  readonly draft: Draft;
  readonly flag: 'insert' | 'modify';
  readonly initial: Values;
  readonly others: readonly TrialCustomer[];
  readonly onSave: (customer: TrialCustomer, warnings: Check['warnings']) => void;
  readonly onCancel: () => void;
}) {
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<Check['problems']>({});
  const fields = withFlag(draft, flag);
  const hidden = Object.entries(problems).filter(([code]) => fields.every((field) => field.code !== code));
  const save = () => {
    const check = checkCustomer(draft, values, others);
    setProblems(check.problems);
    if (Object.keys(check.problems).length > 0) return;
    onSave({ customerId: values[CUSTOMER_ID] ?? '', values }, check.warnings);
  };
  return (
    <SpaceBetween size="m">
      {hidden.length > 0 && (
        <Alert type="error" header={TRY_OUT.notSettable}>
          {hidden.map(([code, { reason }]) => (
            <div key={code}>{reason}</div>
          ))}
        </Alert>
      )}
      <FieldsForm
        {...{ draft, fields, values }}
        faults={reasonsOf(problems)}
        submitText={TRY_OUT.save}
        actions={
          <Button formAction="none" onClick={onCancel}>
            {TRY_OUT.cancel}
          </Button>
        }
        onChange={setValues}
        onSubmit={save}
      />
    </SpaceBetween>
  );
}
