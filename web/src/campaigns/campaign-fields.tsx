import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCrmTableChoices } from '../crm-tables/queries.ts';
import { SelectField, TextField } from '../shared/form/fields.tsx';
import type { FormState } from '../shared/form/use-form.ts';
import type { CampaignValues } from './model.ts';
import { useNameTaken } from './queries.ts';
import { CAMPAIGNS } from './text.ts';

/** The fields of a campaign, for a new one and for a change. */
export function CampaignFields({
  form,
  accountPrefix,
  campaignId,
}: {
  readonly form: FormState<CampaignValues>;
  readonly accountPrefix: string;
  /** Of the campaign that changes; undefined for a new one. */
  readonly campaignId?: string;
}) {
  // While the form is saved, the lists are read again: the campaign itself then has the name.
  const isTaken = useNameTaken(accountPrefix, form.values.name, campaignId) && !form.isSaving;
  const tables = useCrmTableChoices(accountPrefix);
  const options = tables.items.map(({ prefix, name, publishedVersion }) => ({
    value: prefix,
    label: `${prefix} · ${name}`,
    description: publishedVersion === null ? CAMPAIGNS.notPublished : '',
  }));
  return (
    <SpaceBetween size="l">
      <TextField
        form={form}
        name="name"
        label={CAMPAIGNS.name}
        error={isTaken ? CAMPAIGNS.nameTaken : undefined}
        autoFocus
      />
      <SelectField
        form={form}
        name="crmTablePrefix"
        label={CAMPAIGNS.crmTable}
        description={CAMPAIGNS.crmTableDescription}
        options={[{ value: '', label: CAMPAIGNS.noCrmTable }, ...options]}
        filteringType="auto"
        statusType={tables.isLoading ? 'loading' : 'finished'}
      />
      <TextField form={form} name="crmName" label={CAMPAIGNS.crmName} constraint={CAMPAIGNS.crmNameConstraint} />
    </SpaceBetween>
  );
}
