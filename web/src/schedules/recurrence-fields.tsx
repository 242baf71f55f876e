import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Choice } from '../shared/form/choice.tsx';
import { DAY_FORMAT } from '../shared/form/day-format.ts';
import { useNextRuns } from './queries.ts';
import {
  EVERY_HOURS,
  type Recurrence,
  type RecurrenceFaults,
  recurrenceText,
  runText,
  WEEKDAYS,
  whenOf,
} from './recurrence-model.ts';
import { RECURRENCE } from './text.ts';

export interface RecurrenceFieldProps {
  readonly recurrence: Recurrence;
  readonly set: (changes: Partial<Recurrence>) => void;
  /** What is to be shown as wrong. */
  readonly faults: RecurrenceFaults;
}

const optionsOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));
const isKey = <Key extends string>(texts: Readonly<Record<Key, string>>, key: string): key is Key => key in texts;
const DAYS = [
  ...Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) })),
  { value: 'last', label: RECURRENCE.last },
];
const HOURS = EVERY_HOURS.map((count) => ({ value: String(count), label: RECURRENCE.hours(count) }));
const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

/** How often, when, and in which time zone. */
export function RecurrenceFields({ recurrence, set, faults }: RecurrenceFieldProps) {
  const { frequency, timeZone } = recurrence;
  return (
    <ColumnLayout columns={3}>
      <Choice
        label={RECURRENCE.frequency}
        options={optionsOf(RECURRENCE.frequencies)}
        value={frequency}
        onChange={(value) => isKey(RECURRENCE.frequencies, value) && set({ frequency: value })}
      />
      {frequency === 'once' && (
        <FormField label={RECURRENCE.date} errorText={faults.date}>
          <DateInput value={recurrence.date} {...DAY_FORMAT} onChange={({ detail }) => set({ date: detail.value })} />
        </FormField>
      )}
      {frequency === 'weekly' && <WeekdayFields recurrence={recurrence} set={set} faults={faults} />}
      {frequency === 'monthly' && (
        <Choice label={RECURRENCE.day} options={DAYS} value={recurrence.day} onChange={(day) => set({ day })} />
      )}
      {frequency === 'hourly' ? (
        <HourFields recurrence={recurrence} set={set} faults={faults} />
      ) : (
        <FormField label={RECURRENCE.time} constraintText={RECURRENCE.timeHelp} errorText={faults.time}>
          <Input value={recurrence.time} onChange={({ detail }) => set({ time: detail.value })} />
        </FormField>
      )}
      <FormField label={RECURRENCE.timeZone}>
        <Select
          selectedOption={{ value: timeZone, label: timeZone }}
          options={ZONES}
          filteringType="auto"
          virtualScroll
          onChange={({ detail }) => set({ timeZone: detail.selectedOption.value ?? timeZone })}
        />
      </FormField>
    </ColumnLayout>
  );
}

function HourFields({ recurrence, set, faults }: RecurrenceFieldProps) {
  return (
    <SpaceBetween size="s">
      <Choice
        label={RECURRENCE.every}
        options={HOURS}
        value={String(recurrence.everyHours)}
        onChange={(value) => set({ everyHours: EVERY_HOURS.find((count) => String(count) === value) ?? 1 })}
      />
      <FormField label={RECURRENCE.minute} errorText={faults.minute}>
        <Input value={recurrence.minute} inputMode="numeric" onChange={({ detail }) => set({ minute: detail.value })} />
      </FormField>
    </SpaceBetween>
  );
}

function WeekdayFields({ recurrence, set, faults }: RecurrenceFieldProps) {
  const { weekdays } = recurrence;
  return (
    <FormField label={RECURRENCE.weekday} errorText={faults.weekdays}>
      {WEEKDAYS.map((day) => (
        <Checkbox
          key={day}
          checked={weekdays.includes(day)}
          onChange={({ detail }) =>
            set({ weekdays: detail.checked ? [...weekdays, day] : weekdays.filter((each) => each !== day) })
          }
        >
          {RECURRENCE.weekdays[day]}
        </Checkbox>
      ))}
    </FormField>
  );
}

/** The recurrence in words, and the runs to which it leads, as the API computes them. */
export function RunsPreview({
  tablePrefix,
  recurrence,
}: {
  readonly tablePrefix: string;
  readonly recurrence: Recurrence;
}) {
  const when = whenOf(recurrence);
  const { runs, error } = useNextRuns(tablePrefix, when && { when, timeZone: recurrence.timeZone });
  if (when === undefined) return null;
  return (
    <LiveRegion>
      <Box variant="awsui-key-label">{recurrenceText(when, recurrence.timeZone)}</Box>
      {error && <Box color="text-status-error">{error.message}</Box>}
      {runs?.length === 0 && <Box color="text-status-error">{RECURRENCE.noRuns}</Box>}
      {runs && runs.length > 0 && (
        <>
          <Box>{RECURRENCE.nextRuns}:</Box>
          <ul>
            {runs.map(({ at, local }) => (
              <li key={at}>{runText(local)}</li>
            ))}
          </ul>
        </>
      )}
    </LiveRegion>
  );
}
