import { DATE_FORM_TEXTS } from '../../shared/date-form-texts.ts';
import { Choice } from '../../shared/form/choice.tsx';
import type { ColumnChoice } from './mapping-model.ts';
import { MAPPING } from './text.ts';

const YEAR_FIRST = 'year-first';
const OPTIONS = [
  { value: YEAR_FIRST, label: MAPPING.yearFirst },
  { value: 'day-first', label: DATE_FORM_TEXTS['day-first'] },
  { value: 'month-first', label: DATE_FORM_TEXTS['month-first'] },
] as const;

/** Asks how the dates of a column are written. */
export function DateFormChoice({
  chosen,
  onChoose,
}: {
  readonly chosen: ColumnChoice['dateForm'];
  readonly onChoose: (dateForm: ColumnChoice['dateForm']) => void;
}) {
  return (
    <Choice
      label={DATE_FORM_TEXTS.question}
      options={OPTIONS}
      value={chosen ?? YEAR_FIRST}
      onChange={(value) => onChoose(value === 'day-first' || value === 'month-first' ? value : undefined)}
    />
  );
}
