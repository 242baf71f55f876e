import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useCrmTable } from '../crm-tables/queries.ts';
import { Page } from '../shared/shell/page.tsx';
import { FilterForm } from './filter-form.tsx';
import { useFilterWrites } from './queries.ts';
import { FILTERS } from './text.ts';

const NOTHING = { name: '', all: [] };

export default function NewFilterPage({
  params: { accountPrefix, prefix },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { published } = useCrmTable(accountPrefix, prefix).body;
  const { create } = useFilterWrites(prefix);
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return (
    <Page
      isForm
      title={FILTERS.create}
      description={FILTERS.conditionsHelp}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: home }]}
    >
      <FilterForm initial={NOTHING} fields={published?.fields ?? []} save={create} {...{ prefix, home }} />
    </Page>
  );
}
