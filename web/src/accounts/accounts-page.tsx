import Button from '@cloudscape-design/components/button';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { Page } from '../shared/shell/page.tsx';
import { BesideTree } from './beside-tree.tsx';
import type { Account } from './model.ts';
import { useAccountPages } from './queries.ts';
import { ACCOUNTS } from './text.ts';

const COLUMNS: readonly Column<Account>[] = [
  {
    id: 'name',
    header: ACCOUNTS.name,
    cell: ({ prefix, name }) => <PageLink href={`/accounts/${prefix}`}>{name}</PageLink>,
    isName: true,
  },
  { id: 'prefix', header: ACCOUNTS.prefix, cell: ({ prefix }) => prefix },
  { id: 'manager', header: ACCOUNTS.manager, cell: ({ manager }) => manager },
  {
    id: 'limit',
    header: ACCOUNTS.limit,
    cell: (account) => account.confirmImportsOverDollars ?? ACCOUNTS.noLimit,
    isExtra: true,
  },
  { id: 'created', header: ACCOUNTS.created, cell: ({ createdAt }) => shownDate(createdAt) },
];

export default function AccountsPage() {
  const pages = useAccountPages();
  const mayManage = useMay()('accounts.manage');
  const create = (
    <Button variant="primary" href="/accounts/new" onFollow={follow}>
      {ACCOUNTS.create}
    </Button>
  );
  return (
    <Page title={ACCOUNTS.title} description={ACCOUNTS.description} actions={mayManage && create}>
      <BesideTree>
        <EntityList
          name="accounts"
          title={ACCOUNTS.title}
          noun="accounts"
          pages={pages}
          idOf={({ prefix }) => prefix}
          columns={COLUMNS}
          filterBy="name or prefix"
          isNamedByPage
          empty={mayManage ? ACCOUNTS.empty : ACCOUNTS.emptyToReader}
        />
      </BesideTree>
    </Page>
  );
}
