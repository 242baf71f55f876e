import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import DateInput from '@cloudscape-design/components/date-input';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import LiveRegion from '@cloudscape-design/components/live-region';
import RadioGroup from '@cloudscape-design/components/radio-group';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Choice } from './format-step.tsx';
import { EVERY_HOURS, type Later, recurrenceText, runText, sourceOf, WEEKDAYS, whenOf } from './later-model.ts';
import { useNextRuns } from './queries.ts';
import { LATER } from './text.ts';
import type { Wizard } from './use-wizard.ts';

interface FieldProps {
  readonly later: Later;
  readonly set: (changes: Partial<Later>) => void;
}

/** Now, or by a schedule. */
export function LaterFields({ wizard }: { readonly wizard: Wizard }) {
  const { later } = wizard.choices;
  const set = (changes: Partial<Later>) => wizard.update({ later: { ...later, ...changes } });
  return (
    <Container header={<Header variant="h2">{LATER.title}</Header>}>
      <SpaceBetween size="l">
        <RadioGroup
          ariaLabel={LATER.title}
          value={later.isLater ? 'later' : 'now'}
          items={[
            { value: 'now', label: LATER.now, description: LATER.nowHelp },
            { value: 'later', label: LATER.later, description: LATER.laterHelp },
          ]}
          onChange={({ detail }) => set({ isLater: detail.value === 'later' })}
        />
        {later.isLater && (
          <>
            <FormField label={LATER.name}>
              <Input value={later.name} onChange={({ detail }) => set({ name: detail.value })} />
            </FormField>
            <WhenFields later={later} set={set} />
            <NextRuns tablePrefix={wizard.choices.tablePrefix} later={later} />
            <SourceFields wizard={wizard} later={later} set={set} />
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}

const optionsOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));
const isKey = <Key extends string>(texts: Readonly<Record<Key, string>>, key: string): key is Key => key in texts;
const DAYS = [
  ...Array.from({ length: 31 }, (_, index) => ({ value: String(index + 1), label: String(index + 1) })),
  { value: 'last', label: LATER.last },
];
const HOURS = EVERY_HOURS.map((count) => ({ value: String(count), label: LATER.hours(count) }));
const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({ value, label: value }));

function WhenFields({ later, set }: FieldProps) {
  const { frequency, timeZone } = later;
  return (
    <ColumnLayout columns={3}>
      <Choice
        label={LATER.frequency}
        options={optionsOf(LATER.frequencies)}
        value={frequency}
        onChange={(value) => isKey(LATER.frequencies, value) && set({ frequency: value })}
      />
      {frequency === 'once' && (
        <FormField label={LATER.date}>
          <DateInput
            value={later.date}
            placeholder="YYYY/MM/DD"
            onChange={({ detail }) => set({ date: detail.value })}
          />
        </FormField>
      )}
      {frequency === 'weekly' && <WeekdayFields later={later} set={set} />}
      {frequency === 'monthly' && (
        <Choice label={LATER.day} options={DAYS} value={later.day} onChange={(day) => set({ day })} />
      )}
      {frequency === 'hourly' ? (
        <HourFields later={later} set={set} />
      ) : (
        <FormField label={LATER.time} constraintText={LATER.timeHelp}>
          <Input value={later.time} onChange={({ detail }) => set({ time: detail.value })} />
        </FormField>
      )}
      <FormField label={LATER.timeZone}>
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

function HourFields({ later, set }: FieldProps) {
  return (
    <SpaceBetween size="s">
      <Choice
        label={LATER.every}
        options={HOURS}
        value={String(later.everyHours)}
        onChange={(value) => set({ everyHours: EVERY_HOURS.find((count) => String(count) === value) ?? 1 })}
      />
      <FormField label={LATER.minute}>
        <Input value={later.minute} inputMode="numeric" onChange={({ detail }) => set({ minute: detail.value })} />
      </FormField>
    </SpaceBetween>
  );
}

function WeekdayFields({ later, set }: FieldProps) {
  const { weekdays } = later;
  return (
    <FormField label={LATER.weekday}>
      {WEEKDAYS.map((day) => (
        <Checkbox
          key={day}
          checked={weekdays.includes(day)}
          onChange={({ detail }) =>
            set({ weekdays: detail.checked ? [...weekdays, day] : weekdays.filter((each) => each !== day) })
          }
        >
          {LATER.weekdays[day]}
        </Checkbox>
      ))}
    </FormField>
  );
}

/** The recurrence in words, and the runs to which it leads, as the API computes them. */
function NextRuns({ tablePrefix, later }: { readonly tablePrefix: string; readonly later: Later }) {
  const when = whenOf(later);
  const { runs, error } = useNextRuns(tablePrefix, when && { when, timeZone: later.timeZone });
  if (when === undefined) return null;
  return (
    <LiveRegion>
      <Box variant="awsui-key-label">{recurrenceText(when, later.timeZone)}</Box>
      {error && <Box color="text-status-error">{error.message}</Box>}
      {runs?.length === 0 && <Box color="text-status-error">{LATER.noRuns}</Box>}
      {runs && runs.length > 0 && (
        <>
          <Box>{LATER.nextRuns}:</Box>
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

function SourceFields({ wizard, later, set }: FieldProps & { readonly wizard: Wizard }) {
  const { file, choices } = wizard;
  const folder = `inbox/${choices.tablePrefix}/`;
  const source = file && sourceOf(later, folder, file);
  const place = source?.kind === 'key' ? source.key : folder;
  return (
    <SpaceBetween size="s">
      <FormField label={LATER.source}>
        <RadioGroup
          value={later.source}
          items={optionsOf(LATER.sources)}
          onChange={({ detail }) => isKey(LATER.sources, detail.value) && set({ source: detail.value })}
        />
      </FormField>
      <FormField
        label={source?.kind === 'key' ? LATER.placeOfFile : LATER.place}
        constraintText={LATER.placeHelp}
        stretch
      >
        <CopyToClipboard
          variant="inline"
          textToCopy={place}
          copyButtonAriaLabel={LATER.copy}
          copySuccessText={LATER.copied}
          copyErrorText={LATER.notCopied}
        />
      </FormField>
    </SpaceBetween>
  );
}
