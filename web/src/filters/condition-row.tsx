import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Grid from '@cloudscape-design/components/grid';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import {
  choicesOf,
  type EditedCondition,
  type FilteredField,
  faultOf,
  onField,
  operatorsOf,
  takesValue,
} from './model.ts';
import { FILTERS } from './text.ts';

interface RowProps {
  readonly condition: EditedCondition;
  /** For instance `Condition 2 of group 1`. */
  readonly label: string;
  readonly fields: readonly FilteredField[];
  /** Whether the user has tried to save, so that what is missing is shown. */
  readonly isAttempted: boolean;
  readonly isOnly: boolean;
  readonly onChange: (condition: EditedCondition | undefined) => void;
}

/** One condition: a field, a comparison, a value. */
export function ConditionRow({ condition, label, fields, isAttempted, isOnly, onChange }: RowProps) {
  const field = fields.find(({ code }) => code === condition.field);
  const operators = field ? operatorsOf(field) : [condition.operator];
  const optionOf = (operator: (typeof operators)[number]) => ({ value: operator, label: FILTERS.operators[operator] });
  return (
    <Grid gridDefinition={[4, 3, 4, 1].map((colspan) => ({ colspan: { default: 12, xs: colspan } }))}>
      <FormField label={FILTERS.field} stretch>
        <Select
          ariaLabel={label}
          filteringType="auto"
          options={fields.map(({ code, label: text }) => ({ value: code, label: text, labelTag: code }))}
          selectedOption={{ value: condition.field, label: field?.label ?? FILTERS.removedField(condition.field) }}
          onChange={({ detail }) => {
            const chosen = fields.find(({ code }) => code === detail.selectedOption.value);
            if (chosen) onChange(onField(condition, chosen));
          }}
        />
      </FormField>
      <FormField label={FILTERS.operator} stretch>
        <Select
          ariaLabel={label}
          options={operators.map(optionOf)}
          selectedOption={optionOf(condition.operator)}
          onChange={({ detail }) => {
            const operator = operators.find((each) => each === detail.selectedOption.value);
            if (operator) onChange({ ...condition, operator });
          }}
        />
      </FormField>
      <ValueField {...{ condition, label, field, isAttempted, onChange }} />
      <FormField label={<span>&nbsp;</span>}>
        <Button
          formAction="none"
          iconName="close"
          variant="icon"
          disabled={isOnly}
          ariaLabel={`${FILTERS.remove}: ${label}`}
          onClick={() => onChange(undefined)}
        />
      </FormField>
    </Grid>
  );
}

function ValueField({
  condition,
  label,
  field,
  isAttempted,
  onChange,
}: Pick<RowProps, 'condition' | 'label' | 'isAttempted' | 'onChange'> & { readonly field: FilteredField | undefined }) {
  if (!takesValue(condition.operator)) return <div />;
  const choices = field ? choicesOf(field) : [];
  const example = field && field.type in FILTERS.examples ? exampleOf(field.type) : '';
  return (
    <FormField stretch label={FILTERS.value} constraintText={example} errorText={isAttempted ? faultOf(condition) : ''}>
      {choices.length > 0 ? (
        <Select
          ariaLabel={label}
          filteringType={choices.length > 10 ? 'auto' : 'none'}
          placeholder={FILTERS.choose}
          options={choices.map((value) => ({ value, label: value }))}
          selectedOption={condition.value === '' ? null : { value: condition.value, label: condition.value }}
          onChange={({ detail }) => onChange({ ...condition, value: detail.selectedOption.value ?? '' })}
        />
      ) : (
        <Input
          ariaLabel={`${label}: ${FILTERS.value}`}
          autoComplete={false}
          value={condition.value}
          onChange={({ detail }) => onChange({ ...condition, value: detail.value })}
        />
      )}
    </FormField>
  );
}

const exampleOf = (type: FilteredField['type']): string =>
  Object.entries<string>(FILTERS.examples).find(([each]) => each === type)?.[1] ?? '';
