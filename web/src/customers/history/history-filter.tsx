import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import { Choice } from '../../shared/form/choice.tsx';
import { type Filter, isFiltered, NO_FILTER } from './history-model.ts';
import { HISTORY } from './text.ts';

const EVENTS = [
  { value: '', label: HISTORY.anyEvent },
  ...Object.entries(HISTORY.events).map(([value, label]) => ({ value, label })),
];

/** Narrows the history to a kind of change, a person or a text. */
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
  return (
    <search className="history-filter">
      <FormField label={HISTORY.text}>
        <Input type="search" value={filter.text} onChange={({ detail }) => set({ text: detail.value })} />
      </FormField>
      <Choice label={HISTORY.event} options={EVENTS} value={filter.kind} onChange={(kind) => set({ kind })} />
      <Choice
        label={HISTORY.person}
        options={[{ value: '', label: HISTORY.anyPerson }, ...persons]}
        value={filter.person}
        onChange={(person) => set({ person })}
      />
      <div>
        <Button formAction="none" disabled={!isFiltered(filter)} onClick={() => onChange(NO_FILTER)}>
          {HISTORY.reset}
        </Button>
      </div>
    </search>
  );
}
