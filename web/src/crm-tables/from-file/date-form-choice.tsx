import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import type { ColumnChanges, ColumnEdit, ProposedColumn } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const { settings } = FROM_FILE;

/** Asks which number of a date is the day, and names the values that are no dates in a form. */
export function DateFormChoice({
  forms,
  chosen,
  onChoose,
}: {
  readonly forms: ProposedColumn['dateForms'];
  readonly chosen: ColumnEdit['dateForm'];
  readonly onChoose: (changes: ColumnChanges) => void;
}) {
  const items = forms.map(({ form, contradicting, contradictingCount }) => {
    const examples = contradicting.map(({ line, value }) => settings.example(value, line)).join(', ');
    const description = contradictingCount > 0 ? settings.noDates(contradictingCount, examples) : '';
    return { value: form, label: settings.dateForms[form], description };
  });
  const none = { value: 'none', label: settings.dateForms.none };
  return (
    <FormField label={settings.dates}>
      <RadioGroup
        value={chosen ?? 'none'}
        items={[none, ...items]}
        onChange={({ detail }) =>
          onChoose({
            dateForm: detail.value === 'none' ? undefined : detail.value,
            ...{ type: undefined, maxLength: undefined, search: undefined },
          })
        }
      />
    </FormField>
  );
}
