import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useAccountCrumbs } from '../accounts/crumbs.ts';
import { useRun } from '../shared/form/use-run.ts';
import { useIsViewing } from '../shared/session/me.ts';
import { shownDate } from '../shared/shell/date.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { Page } from '../shared/shell/page.tsx';
import { type Export, useExport, useExportWrites } from './queries.ts';
import { EXPORTS } from './text.ts';

const shownCount = (count: number): string => count.toLocaleString('en');

function statusText({ status, progress, reason }: Export): string {
  if (status === 'running' && progress)
    return `${EXPORTS.statuses.running}: ${EXPORTS.linesSoFar(shownCount(progress.rows))}`;
  return reason === undefined ? EXPORTS.statuses[status] : `${EXPORTS.statuses[status]}: ${reason}`;
}

/** One export: its progress, and when it is completed its files. */
export default function ExportPage({
  params: { accountPrefix, prefix, exportId },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string; readonly exportId: string };
}) {
  const found = useExport(exportId);
  const { change, read } = useExportWrites();
  const { run, isRunning, failure } = useRun();
  const isViewing = useIsViewing();
  const above = [
    ...useAccountCrumbs(accountPrefix),
    { text: prefix, href: `/accounts/${accountPrefix}/crm-tables/${prefix}` },
  ];
  // An address is valid for five minutes: it is read when it is used.
  const download = (kind: Export['files'][number]['kind']) =>
    run(async () => {
      const file = (await read(exportId)).files.find((each) => each.kind === kind);
      if (file) globalThis.location.assign(file.url);
    });
  const act = (verb: 'cancel' | 'resume') => (
    <Button loading={isRunning} onClick={() => run(() => change(exportId, verb))}>
      {EXPORTS[verb]}
    </Button>
  );
  const actions = isViewing
    ? undefined
    : found.status === 'running'
      ? act('cancel')
      : found.status === 'failed'
        ? act('resume')
        : undefined;
  return (
    <Page title={found.fileName} above={above} actions={actions}>
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} />}
        <Container>
          <KeyValuePairs
            columns={3}
            items={[
              { label: EXPORTS.status, value: <LiveRegion>{statusText(found)}</LiveRegion> },
              { label: EXPORTS.started, value: shownDate(found.createdAt) },
              { label: EXPORTS.lines, value: found.counts ? shownCount(found.counts.rows) : '–' },
              { label: EXPORTS.size, value: found.counts ? shownCount(found.counts.bytes) : '–' },
              ...(found.counts && found.counts.unrepresentable > 0
                ? [{ label: EXPORTS.unrepresentable, value: shownCount(found.counts.unrepresentable) }]
                : []),
            ]}
          />
        </Container>
        {found.status === 'completed' && found.files.length === 0 && <Alert>{EXPORTS.filesGone}</Alert>}
        {found.files.map(({ kind }) => (
          <Button key={kind} iconName="download" disabled={isRunning} onClick={() => download(kind)}>
            {`${EXPORTS.download}: ${EXPORTS.files[kind]}`}
          </Button>
        ))}
      </SpaceBetween>
    </Page>
  );
}
