import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { navigate } from '../../shared/router/use-place.ts';
import { useMay } from '../../shared/session/me.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { notify } from '../../shared/shell/notices.tsx';
import { useCrmTable } from '../queries.ts';
import { compareDesigns } from './compare-model.ts';
import { Differences } from './differences.tsx';
import { type Design, designOf } from './draft-model.ts';
import { useCrmTableWrites, useVersion } from './queries.ts';
import { DESIGNER } from './text.ts';

const NOTHING: Pick<Design, 'tabs' | 'fields'> = { tabs: [], fields: [] };

/** What a version changed, and what its restoration would change in the draft. */
export function VersionDetails({
  accountPrefix,
  prefix,
  version,
}: {
  readonly accountPrefix: string;
  readonly prefix: string;
  readonly version: number;
}) {
  const found = useVersion(accountPrefix, prefix, version);
  const previous = useVersion(accountPrefix, prefix, version - 1);
  const { body: table, etag } = useCrmTable(accountPrefix, prefix);
  const { restore } = useCrmTableWrites(accountPrefix);
  const mayDesign = useMay()('crm-tables.design');
  const [progress, setProgress] = useState<'open' | 'restoring'>('open');
  const [failure, setFailure] = useState<unknown>();
  if (!found || (version > 1 && !previous)) return null;

  const design = designOf(found);
  const before = previous ? designOf(previous) : { ...design, ...NOTHING };
  const inDraft = compareDesigns(designOf(table.draft), design);
  const onRestore = async () => {
    setProgress('restoring');
    try {
      await restore(prefix, version, etag);
      notify({ id: 'saved', type: 'success', content: DESIGNER.restored(version) });
      navigate(`/accounts/${accountPrefix}/crm-tables/${prefix}/design`);
    } catch (error) {
      setFailure(error);
      setProgress('open');
    }
  };
  const action = (
    <Button disabled={inDraft.length === 0} loading={progress === 'restoring'} onClick={() => void onRestore()}>
      {DESIGNER.restore(version)}
    </Button>
  );
  return (
    <SpaceBetween size="l">
      {failure !== undefined && <ErrorAlert error={failure} header={DESIGNER.notRestored} />}
      <Container header={<Header variant="h2">{DESIGNER.sinceVersion(version)}</Header>}>
        <Differences differences={compareDesigns(before, design)} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={DESIGNER.restoreHelp} actions={mayDesign && action}>
            {DESIGNER.intoDraft(version)}
          </Header>
        }
      >
        <Differences differences={inDraft} />
      </Container>
    </SpaceBetween>
  );
}
