import Alert from '@cloudscape-design/components/alert';
import { useEffect } from 'react';
import { Redirect } from 'wouter';
import { usePlace } from '../../shared/router/use-place.ts';
import { NoAccessPage, NotFoundPage } from '../../shared/shell/message-pages.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { Requires } from '../../shared/shell/requires.tsx';
import { type DeskPlace, deskAddress, placeOf } from './address.ts';
import { NewView } from './new-view.tsx';
import { useDeskTable, useTableChoices } from './queries.ts';
import { RecordView } from './record-view.tsx';
import { rememberedTable, rememberTable } from './remembered-table.ts';
import { SearchView } from './search-view.tsx';
import { forgetOld } from './tab-storage.ts';
import { DESK } from './text.ts';

/** Where agents work: the search for customers of a CRM table, and a customer's record. */
export default function DeskPage() {
  const { path } = usePlace();
  useEffect(forgetOld, []);
  const place = placeOf(path);
  if (place === undefined && !/^\/desk\/?$/.test(path)) return <NotFoundPage />;
  return (
    <Requires
      permission="customers.search"
      feature="crm"
      account={place?.accountPrefix}
      changes={place?.view === 'new'}
    >
      {place ? <View place={place} /> : <ChooseTable />}
    </Requires>
  );
}

/** Leads to the table of the last visit, or to the first one. */
function ChooseTable() {
  const tables = useTableChoices();
  const table = rememberedTable(tables) ?? tables[0];
  if (table) return <Redirect to={deskAddress(table)} replace />;
  return (
    <Page title={DESK.title}>
      <Alert>{DESK.noTable}</Alert>
    </Page>
  );
}

function View({ place }: { readonly place: DeskPlace }) {
  const { accountPrefix, prefix } = place;
  const table = useDeskTable(place);
  useEffect(() => rememberTable({ accountPrefix, prefix }), [accountPrefix, prefix]);
  if (table === undefined) {
    return (
      <Page title={prefix}>
        <Alert>{DESK.notPublished}</Alert>
      </Page>
    );
  }
  if (!table.maySearch) return <NoAccessPage />;
  if (place.view === 'customer') return <RecordView table={table} customerId={place.customerId} />;
  return place.view === 'new' ? <NewView table={table} /> : <SearchView table={table} />;
}
