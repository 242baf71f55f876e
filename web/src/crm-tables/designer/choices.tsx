import FormField from '@cloudscape-design/components/form-field';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import { choicesIn } from './choices-model.ts';
import { DESIGNER } from './text.ts';

/** The choices of a list, one a line. */
export function Choices({
  values,
  fault,
  onChange,
}: {
  readonly values: readonly string[];
  readonly fault: string | undefined;
  readonly onChange: (values: readonly string[]) => void;
}) {
  const stored = values.join('\n');
  const [typed, setTyped] = useState(stored);
  // Empty lines stay while the user types; an undo brings other choices.
  const text = choicesIn(typed).join('\n') === stored ? typed : stored;
  return (
    <FormField label={DESIGNER.property.choices} constraintText={DESIGNER.choicesHelp} errorText={fault}>
      <Textarea
        value={text}
        rows={6}
        onChange={({ detail }) => {
          setTyped(detail.value);
          onChange(choicesIn(detail.value));
        }}
      />
    </FormField>
  );
}
