import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { type CrmTableSummary, useCrmTablePages } from '../crm-tables/queries.ts';
import { useRun } from '../shared/form/use-run.ts';
import { type Column, EntityList } from '../shared/list/entity-list.tsx';
import { follow, navigate } from '../shared/router/use-place.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { Blockers } from './blockers.tsx';
import { useDeleteTables, useDeletionPreview } from './queries.ts';
import { MAINTENANCE } from './text.ts';

const COLUMNS: readonly Column<CrmTableSummary>[] = [
  { id: 'prefix', header: 'Prefix', cell: ({ prefix }) => prefix, isName: true },
  { id: 'name', header: 'Name', cell: ({ name }) => name },
];

type Preview = NonNullable<ReturnType<typeof useDeletionPreview>['data']>;

function Contents({ tables }: Pick<Preview, 'tables'>) {
  return (
    <Container header={<Header variant="h2">{MAINTENANCE.contents}</Header>}>
      <ul>
        {tables.map((table) => (
          <li key={table.prefix}>
            <strong>{table.prefix}</strong>, {table.name}. {MAINTENANCE.customers}: {table.customers}.{' '}
            {MAINTENANCE.imports}: {table.imports}. {MAINTENANCE.definitions}: {table.definitions}.{' '}
            {MAINTENANCE.schedules}: {table.schedules}. {MAINTENANCE.filters}: {table.filters}. {MAINTENANCE.exports}:{' '}
            {table.exports}. {MAINTENANCE.exportDefinitions}: {table.exportDefinitions}. {MAINTENANCE.versions}:{' '}
            {table.versions}.
          </li>
        ))}
      </ul>
      <Box color="text-body-secondary">{MAINTENANCE.uncounted}</Box>
    </Container>
  );
}

/** Chooses CRM tables, shows what would go, and deletes them after their prefixes were typed. */
export default function DeleteTablesPage({ params }: { readonly params: { readonly accountPrefix: string } }) {
  const { accountPrefix } = params;
  const home = `/accounts/${accountPrefix}/maintenance`;
  const pages = useCrmTablePages(accountPrefix);
  const [chosen, setChosen] = useState<readonly CrmTableSummary[]>([]);
  const [typed, setTyped] = useState('');
  const prefixes = chosen.map(({ prefix }) => prefix).sort();
  const { data: preview, error } = useDeletionPreview(accountPrefix, prefixes);
  const remove = useDeleteTables(accountPrefix);
  const { run, isRunning, failure } = useRun();
  const isConfirmed = prefixes.length > 0 && typed.trim().toUpperCase() === prefixes.join(' ');
  const isFree = preview !== undefined && preview.blockers.length === 0;
  const start = () =>
    run(async () => {
      const { jobId } = await remove(prefixes);
      notify({ id: 'saved', type: 'success', content: MAINTENANCE.orderedNotice(prefixes.join(', ')) });
      navigate(`${home}/jobs/${jobId}`);
    });
  return (
    <Page
      title={MAINTENANCE.deleteTitle}
      description={MAINTENANCE.deleteDescription}
      above={[...useAccountCrumbs(accountPrefix), { text: MAINTENANCE.title, href: home }]}
    >
      <SpaceBetween size="l">
        <EntityList
          name="delete-tables"
          title={MAINTENANCE.choose}
          description={MAINTENANCE.chooseHelp}
          noun="CRM tables"
          pages={{ ...pages, items: pages.items.filter(({ deletingBy }) => deletingBy === undefined) }}
          idOf={({ prefix }) => prefix}
          columns={COLUMNS}
          filterBy="name or prefix"
          empty={MAINTENANCE.empty}
          choice={{
            chosen,
            onChoose: setChosen,
            label: ({ prefix }) => MAINTENANCE.chooseOne(prefix),
            labelAll: MAINTENANCE.chooseAll,
          }}
        />
        {error && <ErrorAlert error={error} header={MAINTENANCE.failed} />}
        {preview && preview.blockers.length > 0 && (
          <Blockers accountPrefix={accountPrefix} header={MAINTENANCE.blocked} blockers={preview.blockers} />
        )}
        {preview && <Contents tables={preview.tables} />}
        {isFree && (
          <FormField label={MAINTENANCE.confirm(prefixes.join(' '))}>
            <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} autoComplete={false} />
          </FormField>
        )}
        {failure !== undefined && <ErrorAlert error={failure} header={MAINTENANCE.failed} />}
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" href={home} onFollow={follow}>
              {MAINTENANCE.cancel}
            </Button>
            <Button variant="primary" disabled={!isFree || !isConfirmed} loading={isRunning} onClick={start}>
              {MAINTENANCE.delete}
            </Button>
          </SpaceBetween>
        </Box>
      </SpaceBetween>
    </Page>
  );
}
