import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { EntityForm } from '../shared/form/entity-form.tsx';
import { useForm } from '../shared/form/use-form.ts';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { CampaignFields } from './campaign-fields.tsx';
import type { CampaignPath } from './campaign-page.tsx';
import { CAMPAIGN_LABELS, CAMPAIGN_RULES, valuesOf } from './model.ts';
import { useCampaign, useCampaignWrites } from './queries.ts';
import { CAMPAIGNS } from './text.ts';

export default function EditCampaignPage({ params: { accountPrefix, campaignId } }: { readonly params: CampaignPath }) {
  const { body: campaign, etag } = useCampaign(accountPrefix, campaignId);
  const { update, read } = useCampaignWrites(accountPrefix);
  const account = `/accounts/${accountPrefix}`;
  const home = `${account}/campaigns/${campaignId}`;
  const form = useForm({
    initial: { values: valuesOf(campaign), etag },
    rules: CAMPAIGN_RULES,
    save: async (values, current) => {
      await update(campaignId, values, current);
      notify({ id: 'saved', type: 'success', content: CAMPAIGNS.savedNotice(values.name) });
      return home;
    },
    reload: async () => {
      const current = await read(campaignId);
      return { values: valuesOf(current.body), etag: current.etag };
    },
  });
  const above = [...useAccountCrumbs(accountPrefix), { text: campaign.name, href: home }];
  return (
    <Page isForm title={`${CAMPAIGNS.edit} ${campaign.name}`} above={above}>
      <EntityForm form={form} labels={CAMPAIGN_LABELS} submitText={CAMPAIGNS.save} cancelTo={home}>
        <CampaignFields form={form} accountPrefix={accountPrefix} campaignId={campaignId} />
      </EntityForm>
    </Page>
  );
}
