import Button from '@cloudscape-design/components/button';
import DatePicker from '@cloudscape-design/components/date-picker';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { Choice } from '../../shared/form/choice.tsx';
import { type Filter, isFiltered, NO_FILTER } from './history-model.ts';
import { HISTORY } from './text.ts';

const EVENTS = [
  { value: '', label: HISTORY.anyEvent },
  ...Object.entries(HISTORY.events).map(([value, label]) => ({ value, label })),
];

const isKind = (value: string): value is Filter['kind'] => value === '' || Object.hasOwn(HISTORY.events, value);

/** Narrows the history to a kind of entry, a person, a text or some days. */
export function HistoryFilter({
  filter,
  persons,
  onChange,
}: {
  readonly filter: Filter;
  readonly persons: ReadonlyArray<{ readonly value: string; readonly label: string }>;
  readonly onChange: (filter: Filter) => void;
}) {
  const set = (change: Partial<Filter>) => onChange({ ...filter, ...change });
  const day = (name: 'from' | 'to') => (
    <FormField label={HISTORY[name]}>
      <DatePicker
        value={filter[name]}
        placeholder="YYYY/MM/DD"
        openCalendarAriaLabel={() => HISTORY.chooseDay}
        onChange={({ detail }) => set({ [name]: detail.value })}
      />
    </FormField>
  );
  return (
    <search className="history-filter">
      <FormField label={HISTORY.text}>
        <Input type="search" value={filter.text} onChange={({ detail }) => set({ text: detail.value })} />
      </FormField>
      <Choice
        label={HISTORY.event}
        options={EVENTS}
        value={filter.kind}
        onChange={(kind) => isKind(kind) && set({ kind })}
      />
      <Choice
        label={HISTORY.person}
        options={[{ value: '', label: HISTORY.anyPerson }, ...persons]}
        value={filter.person}
        onChange={(person) => set({ person })}
      />
      {day('from')}
      {day('to')}
      <div>
        <Button formAction="none" disabled={!isFiltered(filter)} onClick={() => onChange(NO_FILTER)}>
          {HISTORY.reset}
        </Button>
      </div>
    </search>
  );
}
