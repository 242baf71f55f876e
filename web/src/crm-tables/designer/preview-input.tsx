import Checkbox from '@cloudscape-design/components/checkbox';
import Input from '@cloudscape-design/components/input';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import Textarea from '@cloudscape-design/components/textarea';
import { useState } from 'react';
import type { DesignField } from './draft-model.ts';
import { sampleOf } from './preview-model.ts';
import { DESIGNER } from './text.ts';

/** The input for a value of the field, as agents will have it. */
export function PreviewInput({ field }: { readonly field: DesignField }) {
  const [value, setValue] = useState('');
  const [values, setValues] = useState<readonly string[]>([]);
  const options = field.listValues.map((choice) => ({ value: choice, label: choice }));
  const chosen = (wanted: readonly string[]) => options.filter((option) => wanted.includes(option.value));
  switch (field.type) {
    case 'yes-no':
      return (
        <Checkbox checked={value !== ''} onChange={({ detail }) => setValue(detail.checked ? 'yes' : '')}>
          {DESIGNER.yes}
        </Checkbox>
      );
    case 'list':
      return (
        <Select
          options={options}
          selectedOption={chosen([value])[0] ?? null}
          placeholder={DESIGNER.choose}
          onChange={({ detail }) => setValue(detail.selectedOption.value ?? '')}
        />
      );
    case 'multi-list':
      return (
        <Multiselect
          options={options}
          selectedOptions={chosen(values)}
          placeholder={DESIGNER.choose}
          onChange={({ detail }) => setValues(detail.selectedOptions.flatMap((option) => option.value ?? []))}
        />
      );
    case 'notes':
      return <Textarea value={value} rows={3} onChange={({ detail }) => setValue(detail.value)} />;
    default:
      return <Input value={value} placeholder={sampleOf(field)} onChange={({ detail }) => setValue(detail.value)} />;
  }
}
