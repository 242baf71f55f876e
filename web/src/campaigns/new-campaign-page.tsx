import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useAccount } from '../accounts/queries.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import { CAMPAIGN_LABELS, CAMPAIGN_RULES, NEW_CAMPAIGN } from './model.ts';
import { useCampaignWrites } from './queries.ts';
import { CAMPAIGNS } from './text.ts';

export default function NewCampaignPage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix: string };
}) {
  const { body: account } = useAccount(accountPrefix);
  const { create } = useCampaignWrites(account.prefix);
  const home = `/accounts/${account.prefix}`;
  // The page of a CRM table leads here with its prefix.
  const [search] = useSearch();
  const form = useForm({
    initial: { values: { ...NEW_CAMPAIGN, crmTablePrefix: search.get('crmTable') ?? '' } },
    rules: CAMPAIGN_RULES,
    save: async (values) => {
      const { id, name } = await create(values);
      notify({ id: 'saved', type: 'success', content: CAMPAIGNS.createdNotice(name) });
      return `${home}/campaigns/${id}`;
    },
  });
  return (
    <Page isForm title={CAMPAIGNS.create} above={useAccountCrumbs(account.prefix)}>
      <EntityForm form={form} labels={CAMPAIGN_LABELS} submitText={CAMPAIGNS.create} cancelTo={home}>
        <CampaignFields form={form} accountPrefix={account.prefix} />
      </EntityForm>
    </Page>
  );
}
