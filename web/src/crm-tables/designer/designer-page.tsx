import './designer.css';
import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import type { SelectProps } from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import { useAccountCrumbs } from '../../accounts/crumbs.ts';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import { navigate } from '../../shared/router/use-place.ts';
import { useMay } from '../../shared/session/me.ts';
import { Page } from '../../shared/shell/page.tsx';
import { SideBySide } from '../../shared/style/side-by-side.tsx';
import { PublicationNotice } from '../publication-notice.tsx';
import { useCrmTable } from '../queries.ts';
import { fieldOf } from './draft-model.ts';
import { Effects } from './effects.tsx';
import { isUnseen, showUnseen } from './field-edits-model.ts';
import { FieldSettings } from './field-settings.tsx';
import { Fields } from './fields.tsx';
import { Preview } from './preview.tsx';
import { SaveProblem, SaveStatus } from './save-status.tsx';
import { TableSettings } from './table-settings.tsx';
import { DESIGNER } from './text.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';
import { useGrid } from './use-grid.ts';
import { useUndoKeys } from './use-undo-keys.ts';

const NEEDS_USER = ['held', 'failed', 'conflict'];

export default function DesignerPage({
  params: { accountPrefix, prefix },
}: {
  readonly params: { readonly accountPrefix: string; readonly prefix: string };
}) {
  const { published } = useCrmTable(accountPrefix, prefix).body;
  const [openedVersion] = useState(published?.version ?? 0);
  const store = useDesigner(accountPrefix, prefix);
  const state = useDesignerState(store);
  const { design, saving } = state;
  const grid = useGrid(design);
  const typeInput = useRef<SelectProps.Ref | null>(null);
  const mayPublish = useMay()('crm-tables.publish');
  useUndoKeys(store);

  const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
  const goTo = async (page: 'try-out' | 'publish') => {
    if (await store.flush()) navigate(`${home}/${page}`);
  };
  const unseen = design.fields.filter(isUnseen);
  return (
    <Page
      title={DESIGNER.title(prefix)}
      above={[...useAccountCrumbs(accountPrefix), { text: prefix, href: home }]}
      description={<SaveStatus state={state} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button disabled={NEEDS_USER.includes(saving.status)} onClick={() => void goTo('try-out')}>
            {DESIGNER.tryOut}
          </Button>
          {mayPublish && (
            <Button
              variant="primary"
              disabled={NEEDS_USER.includes(saving.status)}
              onClick={() => void goTo('publish')}
            >
              {DESIGNER.publish}
            </Button>
          )}
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <PublicationNotice accountPrefix={accountPrefix} prefix={prefix} shownVersion={openedVersion}>
          {DESIGNER.publishedMeanwhile}
        </PublicationNotice>
        <SaveProblem store={store} state={state} />
        {unseen.length > 0 && (
          <Alert
            type="warning"
            header={DESIGNER.unseen(unseen.length)}
            action={<Button onClick={() => store.edit(showUnseen)}>{DESIGNER.showUnseen}</Button>}
          >
            {DESIGNER.unseenText(unseen.map(({ label }) => (label === '' ? DESIGNER.noLabel : label)).join(', '))}
          </Alert>
        )}
        <SideBySide
          side={
            <>
              <Effects prefix={prefix} design={design} published={published} />
              <FieldSettings store={store} state={state} field={fieldOf(design, grid.cell.row)} typeInput={typeInput} />
              <Preview design={design} />
              <TableSettings store={store} state={state} />
            </>
          }
        >
          <Fields
            store={store}
            state={state}
            grid={grid}
            prefix={prefix}
            onSettings={() => typeInput.current?.focus()}
          />
        </SideBySide>
      </SpaceBetween>
      <LeaveGuard active={NEEDS_USER.includes(saving.status)} />
    </Page>
  );
}
