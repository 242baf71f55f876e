import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Choice } from '../../shared/form/choice.tsx';
import type { Rules } from './choices-model.ts';
import { RULES_TEXT } from './text.ts';
import type { Wizard } from './use-wizard.ts';

const optionsOf = <Key extends string>(texts: Readonly<Record<Key, string>>) =>
  Object.entries<string>(texts).map(([value, label]) => ({ value, label }));

const isKey = <Key extends string>(texts: Readonly<Record<Key, string>>, key: string): key is Key => key in texts;

const { modes, duplicateRules, blanks, conflictRules } = RULES_TEXT;

/** What is done with the records. */
export function RulesFields({ wizard }: { readonly wizard: Wizard }) {
  const { rules } = wizard.choices;
  const set = (changes: Partial<Rules>) => wizard.update({ rules: { ...rules, ...changes } });
  return (
    <Container header={<Header variant="h2">{RULES_TEXT.title}</Header>}>
      <SpaceBetween size="l">
        <Choice
          label={RULES_TEXT.mode}
          options={optionsOf(modes)}
          value={rules.mode}
          onChange={(mode) => isKey(modes, mode) && set({ mode })}
        />
        <Choice
          label={RULES_TEXT.duplicates}
          options={optionsOf(duplicateRules)}
          value={rules.duplicates}
          onChange={(duplicates) => isKey(duplicateRules, duplicates) && set({ duplicates })}
        />
        <Choice
          label={RULES_TEXT.blank}
          options={optionsOf(blanks)}
          value={rules.blank}
          onChange={(blank) => isKey(blanks, blank) && set({ blank })}
        />
        <Choice
          label={RULES_TEXT.conflicts}
          options={optionsOf(conflictRules)}
          value={rules.conflicts}
          onChange={(conflicts) => isKey(conflictRules, conflicts) && set({ conflicts })}
        />
        {(['dryRun', 'unwrapFormulas', 'consistentRead'] as const).map((name) => (
          <Checkbox key={name} checked={rules[name]} onChange={({ detail }) => set({ [name]: detail.checked })}>
            {RULES_TEXT[name]}
          </Checkbox>
        ))}
        <StrictFields wizard={wizard} onChange={(strictFields) => set({ strictFields })} />
      </SpaceBetween>
    </Container>
  );
}

/** Telephone and e-mail fields that the file feeds. */
function StrictFields({
  wizard,
  onChange,
}: {
  readonly wizard: Wizard;
  readonly onChange: (codes: readonly string[]) => void;
}) {
  const { strictFields } = wizard.choices.rules;
  const fed = new Set(wizard.columns.map(({ choice }) => choice.field));
  const fields = (wizard.fields ?? []).filter(
    ({ code, type, strict }) => fed.has(code) && !strict && (type === 'telephone' || type === 'email'),
  );
  if (fields.length === 0) return null;
  const others = (code: string) => strictFields.filter((each) => each !== code);
  return (
    <FormField label={RULES_TEXT.strict} description={RULES_TEXT.strictHelp}>
      {fields.map(({ code, label }) => (
        <Checkbox
          key={code}
          checked={strictFields.includes(code)}
          onChange={({ detail }) => onChange(detail.checked ? [...others(code), code] : others(code))}
        >
          {label}
        </Checkbox>
      ))}
    </FormField>
  );
}
