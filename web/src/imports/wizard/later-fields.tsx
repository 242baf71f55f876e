import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { RecurrenceFields, RunsPreview } from '../../schedules/recurrence-fields.tsx';
import { recurrenceFaults } from '../../schedules/recurrence-model.ts';
import { SCHEDULE_FORM } from '../../schedules/text.ts';
import { type Later, sourceOf } from './later-model.ts';
import { LATER } from './text.ts';
import type { Wizard } from './use-wizard.ts';

interface FieldProps {
  readonly later: Later;
  readonly set: (changes: Partial<Later>) => void;
}

/** Now, or by a schedule. */
export function LaterFields({ wizard, isAttempted }: { readonly wizard: Wizard; readonly isAttempted: boolean }) {
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
            <FormField
              label={LATER.name}
              errorText={isAttempted && later.name.trim() === '' ? LATER.nameRule : undefined}
            >
              <Input value={later.name} onChange={({ detail }) => set({ name: detail.value })} />
            </FormField>
            <RecurrenceFields recurrence={later} set={set} faults={isAttempted ? recurrenceFaults(later) : {}} />
            <RunsPreview tablePrefix={wizard.choices.tablePrefix} recurrence={later} />
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
          items={optionsOf(SCHEDULE_FORM.sources)}
          onChange={({ detail }) => isKey(SCHEDULE_FORM.sources, detail.value) && set({ source: detail.value })}
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
