import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect } from 'react';
import { useCrmTableChoices } from '../crm-tables/queries.ts';
import { navigate, usePlace } from '../shared/router/use-place.ts';
import { useIsOn } from '../shared/session/me.ts';
import { placeOf, tableAddress } from './place-model.ts';
import { useAccounts } from './queries.ts';
import { ACCOUNTS } from './text.ts';

const REMEMBERED = 'switchboard.account';

/** Goes to another account or CRM table, at the desk to another desk. Pages without an account keep the last one, in this browser. */
export function SetupSwitch() {
  const { accountPrefix: fromAddress, tablePrefix, isDesk } = placeOf(usePlace().path);
  const accountPrefix = fromAddress ?? localStorage.getItem(REMEMBERED) ?? undefined;
  const { accounts, isFetching, hasMore, showMore } = useAccounts();
  useEffect(() => {
    if (fromAddress !== undefined) localStorage.setItem(REMEMBERED, fromAddress);
  }, [fromAddress]);
  const isOn = useIsOn();
  const options = accounts.map(({ prefix, name }) => ({ value: prefix, label: name, labelTag: prefix }));
  const selected = options.find(({ value }) => value === accountPrefix);
  return (
    <Box padding={{ horizontal: 'l', bottom: 's' }}>
      <SpaceBetween size="xs">
        <FormField label={ACCOUNTS.details}>
          <Select
            selectedOption={selected ?? null}
            options={options}
            placeholder={ACCOUNTS.choose}
            filteringType="auto"
            statusType={isFetching ? 'loading' : hasMore ? 'pending' : 'finished'}
            onLoadItems={({ detail }) => !detail.firstPage && hasMore && showMore()}
            empty={ACCOUNTS.emptyToReader}
            onChange={({ detail }) => navigate(`/accounts/${detail.selectedOption.value}`)}
          />
        </FormField>
        {selected && isOn('crm', selected.value) && (
          <TableSwitch
            accountPrefix={selected.value}
            tablePrefix={tablePrefix}
            addressOf={(prefix) => tableAddress(selected.value, prefix, isDesk)}
          />
        )}
      </SpaceBetween>
    </Box>
  );
}

function TableSwitch({
  accountPrefix,
  tablePrefix,
  addressOf,
}: {
  readonly accountPrefix: string;
  readonly tablePrefix: string | undefined;
  readonly addressOf: (tablePrefix: string) => string;
}) {
  const { items, isLoading } = useCrmTableChoices(accountPrefix);
  const options = items.map(({ prefix, name }) => ({ value: prefix, label: name, labelTag: prefix }));
  return (
    <FormField label={ACCOUNTS.crmTable}>
      <Select
        selectedOption={options.find(({ value }) => value === tablePrefix) ?? null}
        options={options}
        placeholder={ACCOUNTS.chooseTable}
        filteringType="auto"
        statusType={isLoading ? 'loading' : 'finished'}
        empty={ACCOUNTS.noTables}
        onChange={({ detail }) => navigate(addressOf(detail.selectedOption.value ?? ''))}
      />
    </FormField>
  );
}
