import { useDefinitionChoices } from '../definitions/queries.ts';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import { EXPORT_SOURCE, recurrenceIn, type ScheduleValues, textsOf } from './form-model.ts';
import { RecurrenceFields, RunsPreview } from './recurrence-fields.tsx';
import type { Recurrence } from './recurrence-model.ts';
import { SCHEDULE_FORM } from './text.ts';

const SOURCES = Object.entries(SCHEDULE_FORM.sources).map(([value, label]) => ({ value, label }));

/** The fields of a schedule: files, definition, and when it runs, with its next runs. */
export function ScheduleFields({
  form,
  tablePrefix,
}: {
  readonly form: FormState<ScheduleValues>;
  readonly tablePrefix: string;
}) {
  const { values, errors } = form;
  const recurrence = recurrenceIn(values);
  const definitions = useDefinitionChoices(tablePrefix).map(({ definitionId, name }) => ({
    value: definitionId,
    label: name,
  }));
  const set = (changes: Partial<Recurrence>) => {
    const texts: Readonly<Record<string, string>> = textsOf({ ...recurrence, ...changes });
    for (const name of Object.keys(changes)) form.set(name, texts[name] ?? '');
  };
  return (
    <>
      <TextField form={form} name="name" label={SCHEDULE_FORM.name} autoFocus />
      {values.source !== EXPORT_SOURCE && (
        <SelectField form={form} name="source" label={SCHEDULE_FORM.source} options={SOURCES} />
      )}
      {values.source === 'key' && (
        <TextField form={form} name="key" label={SCHEDULE_FORM.key} constraint={SCHEDULE_FORM.keyHelp(tablePrefix)} />
      )}
      {values.source !== EXPORT_SOURCE && (
        <SelectField
          form={form}
          name="definition"
          label={SCHEDULE_FORM.definition}
          options={[{ value: '', label: SCHEDULE_FORM.noDefinition }, ...definitions]}
          filteringType="auto"
        />
      )}
      <RecurrenceFields recurrence={recurrence} set={set} faults={errors} />
      <RunsPreview tablePrefix={tablePrefix} recurrence={recurrence} />
    </>
  );
}
