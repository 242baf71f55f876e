import Checkbox from '@cloudscape-design/components/checkbox';
import ColumnLayout from '@cloudscape-design/components/column-layout';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { faultFor, TABLE } from './rules-model.ts';
import { DESIGNER } from './text.ts';

/** Name, country and switches of the CRM table. */
export function TableSettings({ store, state }: { readonly store: DesignerStore; readonly state: DesignerState }) {
  const { design, faults } = state;
  return (
    <ExpandableSection
      variant="container"
      headerText={DESIGNER.settings}
      headerDescription={`${design.name} · ${design.defaultCountry}`}
      {...(faults.some(({ owner }) => owner === TABLE) && { expanded: true })}
    >
      <ColumnLayout columns={2}>
        <FormField label={DESIGNER.name} errorText={faultFor(faults, TABLE, 'name')}>
          <Input
            value={design.name}
            onChange={({ detail }) => store.edit((before) => ({ ...before, name: detail.value }), 'name')}
          />
        </FormField>
        <FormField
          label={DESIGNER.country}
          constraintText={DESIGNER.countryConstraint}
          errorText={faultFor(faults, TABLE, 'defaultCountry')}
        >
          <Input
            value={design.defaultCountry}
            onChange={({ detail }) =>
              store.edit((before) => ({ ...before, defaultCountry: detail.value.toUpperCase() }), 'country')
            }
          />
        </FormField>
        <Checkbox
          checked={design.autoPopNotes}
          description={DESIGNER.autoPopNotesHelp}
          onChange={({ detail }) => store.edit((before) => ({ ...before, autoPopNotes: detail.checked }))}
        >
          {DESIGNER.autoPopNotes}
        </Checkbox>
      </ColumnLayout>
    </ExpandableSection>
  );
}
