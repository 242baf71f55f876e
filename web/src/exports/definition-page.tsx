import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { DeleteButton } from '../shared/form/delete-button.tsx';
import { useRun } from '../shared/form/use-run.ts';
import { follow, navigate } from '../shared/router/use-place.ts';
import { useMay } from '../shared/session/me.ts';
import { UnlessViewing } from '../shared/session/unless-viewing.tsx';
import { shownDate } from '../shared/shell/date.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { Page } from '../shared/shell/page.tsx';
import { type ExportDefinition, useExportDefinition, useExportDefinitionWrites, useExportWrites } from './queries.ts';
import { EXPORT_WIZARD, EXPORTS, EXPORT_DEFINITIONS as TEXT } from './text.ts';

export interface ExportDefinitionPath {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly exportDefinitionId: string;
}

/** One export definition: its options. Runs it now, leads to the wizard and to a schedule, and deletes it. */
export default function ExportDefinitionPage({
  params: { accountPrefix, prefix, exportDefinitionId },
}: {
  readonly params: ExportDefinitionPath;
}) {
  const { body: definition, etag } = useExportDefinition(prefix, exportDefinitionId);
  const { remove } = useExportDefinitionWrites(prefix);
  const { start } = useExportWrites();
  const { run, isRunning, failure } = useRun();
  const maySchedule = useMay()('customers.import');
  const table = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const home = `${table}/export-definitions/${exportDefinitionId}`;
  const runNow = () =>
    run(async () => {
      const { exportId, fileName } = await start({ prefix, exportDefinitionId });
      notify({ id: 'saved', type: 'success', content: EXPORTS.startedNotice(fileName) });
      navigate(`${table}/exports/${exportId}`);
    });
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <DeleteButton
        title={`${TEXT.deletion} ${definition.name}`}
        remove={() => remove(exportDefinitionId, etag)}
        next={table}
      >
        {TEXT.deleteText}
      </DeleteButton>
      <UnlessViewing>
        <SpaceBetween direction="horizontal" size="xs">
          {maySchedule && (
            <Button href={`${home}/schedule`} onFollow={follow}>
              {TEXT.schedule}
            </Button>
          )}
          <Button href={`${table}/exports/new?definition=${exportDefinitionId}`} onFollow={follow}>
            {TEXT.adapt}
          </Button>
          <Button variant="primary" loading={isRunning} onClick={runNow}>
            {TEXT.run}
          </Button>
        </SpaceBetween>
      </UnlessViewing>
    </SpaceBetween>
  );
  return (
    <Page
      title={definition.name}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: table }]}
      actions={actions}
    >
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} header={TEXT.notDone} />}
        <Container>
          <KeyValuePairs columns={3} items={itemsOf(definition)} />
        </Container>
      </SpaceBetween>
    </Page>
  );
}

function itemsOf({ options, updatedAt }: ExportDefinition) {
  const { kind, fields, since, encoding, delimiter, headings, byteOrderMark, formulaSafe } = options;
  const answer = (value: boolean | undefined) => (value ? EXPORT_WIZARD.yes : EXPORT_WIZARD.no);
  const named = Object.entries<string>(EXPORT_WIZARD.delimiters).find(([value]) => value === delimiter)?.[1];
  return [
    { label: EXPORT_WIZARD.kind, value: EXPORT_WIZARD.kinds[kind ?? 'customers'] },
    { label: EXPORT_WIZARD.fields, value: fields?.join(', ') ?? EXPORT_WIZARD.allFields },
    {
      label: TEXT.since,
      value: since === 'last-export' ? TEXT.lastExport : since === undefined ? '–' : shownDate(since),
    },
    { label: EXPORT_WIZARD.delimiter, value: named ?? delimiter },
    { label: EXPORT_WIZARD.encoding, value: encoding === undefined ? '–' : EXPORT_WIZARD.encodings[encoding] },
    { label: EXPORT_WIZARD.headings, value: answer(headings) },
    { label: EXPORT_WIZARD.byteOrderMark, value: answer(byteOrderMark) },
    { label: EXPORT_WIZARD.formulaSafe, value: answer(formulaSafe) },
    { label: TEXT.updated, value: shownDate(updatedAt) },
  ];
}
