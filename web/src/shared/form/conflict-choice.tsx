import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type FormValues, isToChoose } from './form-model.ts';
import type { Conflict } from './save-over.ts';
import type { FormState } from './use-form.ts';

const shown = (value: string): string => (value === '' ? '(empty)' : value);

/** Another person has saved the same entity since the form was opened: which value is to stay of each field that both changed? */
export function ConflictChoice<Values extends FormValues>({
  form,
  conflict,
  labels,
}: {
  readonly form: FormState<Values>;
  readonly conflict: Conflict<Values>;
  readonly labels: Readonly<Record<keyof Values & string, string>>;
}) {
  const toChoose = conflict.fields.filter(isToChoose);
  const taken = conflict.fields.filter((field) => !isToChoose(field)).map(({ name }) => labels[name]);
  return (
    <Alert
      type="warning"
      header="Another person has changed this in the meantime"
      action={
        <Button formAction="none" onClick={form.resolveConflict}>
          Use these values
        </Button>
      }
    >
      <SpaceBetween size="s">
        {toChoose.length === 0
          ? 'There is nothing to choose. Use these values, then save again.'
          : 'Choose the value of each field that both of you changed, then save again.'}
        {taken.length > 0 && `The other person's values are taken for: ${taken.join(', ')}.`}
        {toChoose.map(({ name, before, theirs, mine, keep }) => (
          <FormField key={name} label={labels[name]} description={`Before: ${shown(before)}`}>
            <RadioGroup
              value={keep}
              items={[
                { value: 'mine', label: `Yours: ${shown(mine)}` },
                { value: 'theirs', label: `Theirs: ${shown(theirs)}` },
              ]}
              onChange={({ detail }) => form.choose(name, detail.value === 'mine' ? 'mine' : 'theirs')}
            />
          </FormField>
        ))}
      </SpaceBetween>
    </Alert>
  );
}
