import Button from '@cloudscape-design/components/button';
import FormField from '@cloudscape-design/components/form-field';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccounts } from '../accounts/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { type FormState, useForm } from '../shared/form/use-form.ts';
import { DataGrid } from '../shared/grid/data-grid.tsx';
import { FEATURE_NAMES, FEATURE_TEXTS, isFeature } from '../shared/session/features-model.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { EVERY, isSwitchedOff, switched, switchesOfText, textOfSwitches } from './features-model.ts';
import { useFeatureSwitches, useFeatureWrites } from './queries.ts';
import { FEATURES } from './text.ts';

interface SwitchValues extends Record<string, string> {
  /** As `textOfSwitches` writes them. */
  readonly switches: string;
}

/** Which features are on, for every account and for single ones. */
export default function FeaturesPage() {
  const { body, etag } = useFeatureSwitches();
  const { update, read } = useFeatureWrites();
  const form = useForm<SwitchValues>({
    initial: { values: { switches: textOfSwitches(body) }, etag },
    rules: {},
    save: async ({ switches }, current) => {
      await update(switchesOfText(switches, FEATURE_NAMES), current);
      notify({ id: 'saved', type: 'success', content: FEATURES.saved });
      return '/accounts';
    },
    reload: async () => {
      const current = await read();
      return { values: { switches: textOfSwitches(current.body) }, etag: current.etag };
    },
  });
  return (
    <Page isForm title={FEATURES.title} description={FEATURES.description}>
      <EntityForm form={form} labels={{ switches: FEATURES.title }} submitText={FEATURES.save} cancelTo="/accounts">
        <SwitchGrid form={form} />
      </EntityForm>
    </Page>
  );
}

function SwitchGrid({ form }: { readonly form: FormState<SwitchValues> }) {
  const { accounts, hasMore, isFetching, showMore } = useAccounts();
  const switches = switchesOfText(form.values.switches, FEATURE_NAMES);
  const rows = [
    { prefix: EVERY, name: FEATURES.every },
    ...accounts.map(({ prefix, name }) => ({ prefix, name: `${name} (${prefix})` })),
  ];
  const shown = (prefix: string, feature: (typeof FEATURE_NAMES)[number]) => {
    if (isSwitchedOff(switches, prefix, feature)) return FEATURES.off;
    return prefix !== EVERY && isSwitchedOff(switches, EVERY, feature) ? FEATURES.offByAll : FEATURES.on;
  };
  return (
    <SpaceBetween size="l">
      <FormField label={FEATURES.grid} description={FEATURES.help} constraintText={FEATURES.crmHelp} stretch>
        <DataGrid
          label={FEATURES.grid}
          rows={rows}
          keyOf={({ prefix }) => prefix}
          onChoose={({ prefix }, column) =>
            isFeature(column) && form.set('switches', textOfSwitches(switched(switches, prefix, column)))
          }
          columns={[
            { id: 'account', header: FEATURES.account, width: 12, grows: true, cell: ({ name }) => name },
            ...FEATURE_NAMES.map((feature) => ({
              id: feature,
              header: FEATURE_TEXTS[feature],
              width: 7,
              cell: ({ prefix }: { readonly prefix: string }) => shown(prefix, feature),
            })),
          ]}
        />
      </FormField>
      {hasMore && (
        <Button formAction="none" loading={isFetching} onClick={showMore}>
          {FEATURES.more}
        </Button>
      )}
    </SpaceBetween>
  );
}
