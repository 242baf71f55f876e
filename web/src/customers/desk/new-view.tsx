import Alert from '@cloudscape-design/components/alert';
import { Suspense, useState } from 'react';
import { PageKeys } from '../../shared/keys/page-keys.tsx';
import { navigate, usePlace } from '../../shared/router/use-place.ts';
import { Page } from '../../shared/shell/page.tsx';
import { PageSkeleton } from '../../shared/shell/page-skeleton.tsx';
import { lazyPage } from '../../shared/shell/part.ts';
import { deskAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { prefilledOf } from './search-model.ts';
import { DESK } from './text.ts';
import { useKeptSearch } from './use-kept-search.ts';

const NewForm = lazyPage(() => import('./new-form.tsx'));

/** A new customer; opened from a search, with the values that it was for. */
export function NewView({ table }: { readonly table: DeskTable }) {
  const { search } = useKeptSearch(table);
  const { search: query } = usePlace();
  const [prefilled] = useState(() => prefilledOf(search, query, table));
  const leave = () => navigate(deskAddress(table));
  if (table.insertable.length === 0) {
    const back = { id: 'back', text: DESK.back, key: 'Escape', act: leave };
    return (
      <Page title={DESK.newCustomer} actions={<PageKeys actions={[back]} />}>
        <Alert>{DESK.noInsert}</Alert>
      </Page>
    );
  }
  return (
    <Page title={DESK.newCustomer} description={table.name}>
      <Suspense fallback={<PageSkeleton />}>
        <NewForm {...{ table, prefilled }} onLeave={leave} />
      </Suspense>
    </Page>
  );
}
