import Box from '@cloudscape-design/components/box';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Saving } from './choices-model.ts';
import { LaterFields } from './later-fields.tsx';
import { RulesFields } from './rules-fields.tsx';
import { SAVING } from './text.ts';
import type { Wizard } from './use-wizard.ts';

/** Rules, time, and what is kept for the next import. */
export function OptionsStep({
  wizard,
  isAttempted,
}: {
  readonly wizard: Wizard;
  /** Whether the user has tried to leave the step: what is missing is then shown at its field. */
  readonly isAttempted: boolean;
}) {
  return (
    <SpaceBetween size="l">
      <RulesFields wizard={wizard} />
      <LaterFields wizard={wizard} isAttempted={isAttempted} />
      <SavingFields wizard={wizard} isAttempted={isAttempted} />
    </SpaceBetween>
  );
}

function SavingFields({ wizard, isAttempted }: { readonly wizard: Wizard; readonly isAttempted: boolean }) {
  const { saving, later } = wizard.choices;
  const set = (changes: Partial<Saving>) => wizard.update({ saving: { ...saving, ...changes } });
  return (
    <Container header={<Header variant="h2">{SAVING.title}</Header>}>
      <SpaceBetween size="m">
        {later.isLater ? (
          <Box>{SAVING.needed}</Box>
        ) : (
          <Checkbox checked={saving.isWanted} onChange={({ detail }) => set({ isWanted: detail.checked })}>
            {SAVING.save}
          </Checkbox>
        )}
        {(saving.isWanted || later.isLater) && (
          <>
            <FormField
              label={SAVING.name}
              errorText={isAttempted && saving.name.trim() === '' ? SAVING.nameRule : undefined}
            >
              <Input value={saving.name} onChange={({ detail }) => set({ name: detail.value })} />
            </FormField>
            <Checkbox checked={saving.isDefault} onChange={({ detail }) => set({ isDefault: detail.checked })}>
              {SAVING.isDefault}
            </Checkbox>
          </>
        )}
      </SpaceBetween>
    </Container>
  );
}
