import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import { useAccounts } from '../accounts/queries.ts';
import { navigate } from '../shared/router/use-place.ts';
import { useSearch } from '../shared/router/use-search.ts';
import { Page } from '../shared/shell/page.tsx';
import { IMPORTS } from './text.ts';
import { ImportWizard } from './wizard/import-wizard.tsx';
import { WIZARD } from './wizard/text.ts';

/** Imports a file into a CRM table of one account. The address may name the CRM table. */
export default function NewImportPage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix?: string };
}) {
  const [search] = useSearch();
  return (
    <Page title={WIZARD.title} above={[{ text: IMPORTS.title, href: '/imports' }]}>
      {accountPrefix === undefined ? (
        <AccountChoice />
      ) : (
        <ImportWizard accountPrefix={accountPrefix} firstTable={search.get('table') ?? ''} />
      )}
    </Page>
  );
}

function AccountChoice() {
  const { accounts, isFetching, hasMore, showMore } = useAccounts();
  return (
    <FormField label={WIZARD.account}>
      <Select
        selectedOption={null}
        options={accounts.map(({ prefix, name }) => ({ value: prefix, label: name, labelTag: prefix }))}
        placeholder={WIZARD.chooseAccount}
        filteringType="auto"
        statusType={isFetching ? 'loading' : hasMore ? 'pending' : 'finished'}
        onLoadItems={({ detail }) => !detail.firstPage && hasMore && showMore()}
        onChange={({ detail }) => navigate(`/accounts/${detail.selectedOption.value}/imports/new`, { replace: true })}
      />
    </FormField>
  );
}
