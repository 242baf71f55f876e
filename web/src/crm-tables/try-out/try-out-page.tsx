import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAccountCrumbs } from '../../accounts/crumbs.ts';
import { follow } from '../../shared/router/use-place.ts';
import { Page } from '../../shared/shell/page.tsx';
import { useCrmTable } from '../queries.ts';
import { Desk } from './desk.tsx';
import type { TrialCustomer } from './desk-model.ts';
import { TRY_OUT } from './text.ts';
import { ThrowAway } from './throw-away.tsx';

const NONE: readonly TrialCustomer[] = [];

/** Runs the draft as agents will use it, with customers that exist on this page alone. */
export default function TryOutPage({
  params,
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { accountPrefix, prefix, draft } = useCrmTable(params.accountPrefix, params.prefix).body;
  const [customers, setCustomers] = useState(NONE);
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  return (
    <Page
      title={TRY_OUT.title(prefix)}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: home }]}
      actions={
        <Button href={`${home}/design`} onFollow={follow}>
          {TRY_OUT.design}
        </Button>
      }
    >
      <SpaceBetween size="l">
        <Alert type="info">{TRY_OUT.notice}</Alert>
        <ThrowAway {...{ accountPrefix, prefix, draft, customers }} onCustomers={setCustomers} />
        <Desk {...{ draft, prefix, customers }} onCustomers={setCustomers} />
      </SpaceBetween>
    </Page>
  );
}
