import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAccountCrumbs } from '../../accounts/crumbs.ts';
import { useRun } from '../../shared/form/use-run.ts';
import { follow, navigate } from '../../shared/router/use-place.ts';
import { useMay } from '../../shared/session/me.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { notify } from '../../shared/shell/notices.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { importAction } from '../import-action.tsx';
import { useCrmTable } from '../queries.ts';
import { CRM_TABLES } from '../text.ts';
import { affectedImports, unfitDefinitions } from './affected-model.ts';
import { agentChangesOf } from './agent-changes-model.ts';
import { differencesOf } from './changes-model.ts';
import { Consequences } from './consequences.tsx';
import { Differences } from './differences.tsx';
import { useChanges, useCrmTableWrites, useImportSetUp } from './queries.ts';
import { DESIGNER } from './text.ts';

interface PublishPageProps {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}

/** Shows what a publication changes and what that means, and publishes after a confirmation. */
export default function PublishPage({ params: { accountPrefix, prefix } }: PublishPageProps) {
  const { body: changes, etag } = useChanges(accountPrefix, prefix);
  const { draft } = useCrmTable(accountPrefix, prefix).body;
  const { publish } = useCrmTableWrites(accountPrefix);
  const { definitions, schedules } = useImportSetUp(prefix, changes.since !== null);
  // A confirmation is of exactly the changes that the user has seen.
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const mayImport = useMay()('customers.import');
  const { isRunning, failure, run } = useRun();
  const isFirst = changes.since === null;
  const differences = differencesOf(changes);
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const isReady = confirmed === changes.confirm && (isFirst || differences.length > 0);
  const onPublish = async () => {
    const version = await publish(prefix, etag, changes.confirm ?? undefined);
    const action = mayImport && importAction(accountPrefix, prefix, CRM_TABLES.import);
    notify({ id: 'saved', type: 'success', content: DESIGNER.published(prefix, version), action });
    navigate(home);
  };
  return (
    <Page
      title={DESIGNER.publishTitle(prefix)}
      description={isFirst ? DESIGNER.publishFirst : DESIGNER.publishNext((changes.since ?? 0) + 1)}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: home }]}
    >
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} header={DESIGNER.notPublished} />}
        <Container header={<Header variant="h2">{DESIGNER.whatChanges}</Header>}>
          <Differences differences={differences} />
        </Container>
        <Consequences
          prefix={prefix}
          changes={changes}
          affected={isFirst ? unfitDefinitions(definitions) : affectedImports(changes, definitions, schedules)}
          agentChanges={agentChangesOf(changes, draft)}
        />
        {changes.confirm !== null && (
          <Container>
            <Checkbox
              checked={confirmed === changes.confirm}
              onChange={({ detail }) => setConfirmed(detail.checked ? changes.confirm : null)}
            >
              {DESIGNER.confirm}
            </Checkbox>
          </Container>
        )}
        <PublishButtons home={home} isReady={isReady} isRunning={isRunning} onPublish={() => run(onPublish)} />
      </SpaceBetween>
    </Page>
  );
}

function PublishButtons({
  home,
  isReady,
  isRunning,
  onPublish,
}: {
  readonly home: string;
  readonly isReady: boolean;
  readonly isRunning: boolean;
  readonly onPublish: () => void;
}) {
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs">
        <Button href={`${home}/design`} onFollow={follow}>
          {DESIGNER.backToDesign}
        </Button>
        <Button variant="primary" disabled={!isReady} loading={isRunning} onClick={onPublish}>
          {DESIGNER.publishNow}
        </Button>
      </SpaceBetween>
    </Box>
  );
}
