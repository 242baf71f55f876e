import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { FEATURE_NAMES } from '../shared/session/features-model.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { switchesOfText, textOfSwitches } from './features-model.ts';
import { useFeatureSwitches, useFeatureWrites } from './queries.ts';
import { SwitchGrid, type SwitchValues } from './switch-grid.tsx';
import { FEATURES } from './text.ts';

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
