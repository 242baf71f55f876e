import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { follow, navigate } from '../../shared/router/use-place.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { notify } from '../../shared/shell/notices.tsx';
import { Page } from '../../shared/shell/page.tsx';
import { affectedImports } from './affected-model.ts';
import { differencesOf } from './changes-model.ts';
import { Consequences } from './consequences.tsx';
import { Differences } from './differences.tsx';
import { useChanges, useCrmTableWrites, useImportSetUp } from './queries.ts';
import { DESIGNER } from './text.ts';

/** Shows what a publication changes and what that means, and publishes after a confirmation. */
export default function PublishPage({
  params: { accountPrefix, prefix },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { body: changes, etag } = useChanges(accountPrefix, prefix);
  const { publish } = useCrmTableWrites(accountPrefix);
  const { definitions, schedules } = useImportSetUp(prefix, changes.since !== null);
  // A confirmation is of exactly the changes that the user has seen.
  const [confirmed, setConfirmed] = useState<string | null>(null);
  const [progress, setProgress] = useState<'open' | 'publishing'>('open');
  const [failure, setFailure] = useState<unknown>();
  const differences = differencesOf(changes);
  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const isReady =
    changes.blockers.length === 0 &&
    confirmed === changes.confirm &&
    (changes.since === null || differences.length > 0);

  const onPublish = async () => {
    setProgress('publishing');
    try {
      const version = await publish(prefix, etag, changes.confirm ?? undefined);
      notify({ id: 'saved', type: 'success', content: DESIGNER.published(prefix, version) });
      navigate(home);
    } catch (error) {
      setFailure(error);
      setProgress('open');
    }
  };
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button href={`${home}/design`} onFollow={follow}>
        {DESIGNER.backToDesign}
      </Button>
      <Button
        variant="primary"
        disabled={!isReady}
        loading={progress === 'publishing'}
        onClick={() => void onPublish()}
      >
        {DESIGNER.publishNow}
      </Button>
    </SpaceBetween>
  );
  return (
    <Page
      title={DESIGNER.publishTitle(prefix)}
      description={changes.since === null ? DESIGNER.publishFirst : DESIGNER.publishNext(changes.since + 1)}
      above={[
        { text: 'Accounts', href: '/accounts' },
        { text: accountPrefix, href: `/accounts/${accountPrefix}` },
        { text: prefix, href: home },
      ]}
    >
      <SpaceBetween size="l">
        {failure !== undefined && <ErrorAlert error={failure} header={DESIGNER.notPublished} />}
        <Container header={<Header variant="h2">{DESIGNER.whatChanges}</Header>}>
          <Differences differences={differences} />
        </Container>
        <Consequences changes={changes} affected={affectedImports(changes, definitions, schedules)} />
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
        <Box float="right">{actions}</Box>
      </SpaceBetween>
    </Page>
  );
}
