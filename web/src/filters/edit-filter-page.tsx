import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useCrmTable } from '../crm-tables/queries.ts';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { Page } from '../shared/shell/page.tsx';
import { FilterForm } from './filter-form.tsx';
import { useFilter, useFilterWrites } from './queries.ts';
import { FILTERS } from './text.ts';

export default function EditFilterPage({
  params: { accountPrefix, prefix, filterId },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string; readonly filterId: string };
}) {
  const { published } = useCrmTable(accountPrefix, prefix).body;
  const { body: filter, etag } = useFilter(prefix, filterId);
  const { update, remove } = useFilterWrites(prefix);
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return (
    <Page
      isForm
      title={`${FILTERS.edit} ${filter.name}`}
      description={FILTERS.conditionsHelp}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: home }]}
      actions={
        <DeleteButton title={`${FILTERS.deletion} ${filter.name}`} remove={() => remove(filterId, etag)} next={home}>
          {FILTERS.deletionHelp}
        </DeleteButton>
      }
    >
      <SpaceBetween size="l">
        {filter.warnings.map(({ field, detail }) => (
          <Alert key={field} type="warning">
            {detail}
          </Alert>
        ))}
        <FilterForm
          initial={filter}
          fields={published?.fields ?? []}
          save={(changed) => update(filterId, changed, etag)}
          {...{ prefix, home }}
        />
      </SpaceBetween>
    </Page>
  );
}
