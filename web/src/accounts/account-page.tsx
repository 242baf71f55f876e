import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CampaignList } from '../campaigns/campaign-list.tsx';
import { CrmTableList } from '../crm-tables/crm-table-list.tsx';
import { useDocumentUsage } from '../customers/documents/queries.ts';
import { shownCount, shownSize } from '../shared/amounts.ts';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useIsOn, useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { Page } from '../shared/shell/page.tsx';
import { BesideTree } from './beside-tree.tsx';
import type { Account } from './model.ts';
import { useAccount, useAccountWrites } from './queries.ts';
import { ACCOUNTS } from './text.ts';

export default function AccountPage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix: string };
}) {
  const { body: account, etag } = useAccount(accountPrefix);
  const { remove } = useAccountWrites();
  const mayManage = useMay()('accounts.manage');
  const isOn = useIsOn();
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <DeleteButton
        title={`Delete account ${account.name}`}
        remove={() => remove(account.prefix, etag)}
        next="/accounts"
      >
        {ACCOUNTS.deleteText}
      </DeleteButton>
      <Button href={`/accounts/${accountPrefix}/edit`} onFollow={follow}>
        {ACCOUNTS.edit}
      </Button>
    </SpaceBetween>
  );
  return (
    <Page title={account.name} above={[{ text: ACCOUNTS.title, href: '/accounts' }]} actions={mayManage && actions}>
      <BesideTree accountPrefix={account.prefix}>
        <SpaceBetween size="l">
          <AccountDetails account={account} />
          <CampaignList accountPrefix={account.prefix} />
          {isOn('crm', account.prefix) && <CrmTableList accountPrefix={account.prefix} />}
        </SpaceBetween>
      </BesideTree>
    </Page>
  );
}

function AccountDetails({ account }: { readonly account: Account }) {
  const { prefix, manager, confirmImportsOverDollars, createdAt } = account;
  const mayRead = useMay()('documents.read');
  const hasDocuments = useIsOn()('crm', prefix) && mayRead;
  const { data: usage } = useDocumentUsage(prefix, hasDocuments);
  const used =
    usage && ACCOUNTS.documentUsage(shownCount(usage.files), shownSize(usage.bytes), shownSize(usage.rules.quotaBytes));
  return (
    <Container header={<Header variant="h2">{ACCOUNTS.details}</Header>}>
      <KeyValuePairs
        columns={4}
        items={[
          { label: ACCOUNTS.prefix, value: prefix },
          { label: ACCOUNTS.manager, value: manager },
          { label: ACCOUNTS.limit, value: confirmImportsOverDollars ?? ACCOUNTS.noLimit },
          { label: ACCOUNTS.created, value: shownDate(createdAt) },
          ...(used === undefined ? [] : [{ label: ACCOUNTS.documents, value: used }]),
        ]}
      />
    </Container>
  );
}
