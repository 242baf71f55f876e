import FormField from '@cloudscape-design/components/form-field';
import List from '@cloudscape-design/components/list';
import { EXPORT_WIZARD as TEXT } from './text.ts';

interface ChosenColumn {
  readonly value: string;
  readonly label: string;
}

/** The chosen columns in their order, which the mouse and the keyboard can change. */
export function ColumnOrder({
  columns,
  onChange,
}: {
  readonly columns: readonly ChosenColumn[];
  /** With the codes in their new order. */
  readonly onChange: (codes: string[]) => void;
}) {
  return (
    <FormField label={TEXT.order} description={TEXT.orderHelp}>
      <List
        sortable
        ariaLabel={TEXT.order}
        items={columns}
        renderItem={({ value, label }) => ({ id: value, content: label })}
        i18nStrings={{ dragHandleAriaLabel: TEXT.handle, dragHandleAriaDescription: TEXT.orderHelp }}
        onSortingChange={({ detail }) => onChange(detail.items.map(({ value }) => value))}
      />
    </FormField>
  );
}
