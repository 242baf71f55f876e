import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { Status } from '../../shared/shell/status.tsx';
import { compareDesigns } from './compare-model.ts';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { Differences } from './differences.tsx';
import { designOf } from './draft-model.ts';
import { DESIGNER } from './text.ts';

const TYPES = {
  saved: 'success',
  waiting: 'pending',
  saving: 'in-progress',
  held: 'warning',
  failed: 'error',
  conflict: 'warning',
} as const;

/** Whether the draft is stored. */
export function SaveStatus({ state }: { readonly state: DesignerState }) {
  const { status } = state.saving;
  return (
    <span aria-live="polite">
      <Status type={TYPES[status]}>{DESIGNER.saveStatus[status]}</Status>
    </span>
  );
}

/** Why the draft is not stored, and what the user can do about it. */
export function SaveProblem({ store, state }: { readonly store: DesignerStore; readonly state: DesignerState }) {
  const { saving, design } = state;
  if (saving.status === 'failed') {
    return (
      <SpaceBetween size="xs">
        <ErrorAlert error={saving.error} header={DESIGNER.notSaved} />
        <Button onClick={() => void store.flush()}>{DESIGNER.saveAgain}</Button>
      </SpaceBetween>
    );
  }
  if (saving.status !== 'conflict') return null;
  const theirs = designOf(saving.theirs.body.draft);
  return (
    <Alert
      type="warning"
      header={DESIGNER.conflict}
      action={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => store.takeTheirs()}>{DESIGNER.takeTheirs}</Button>
          <Button onClick={() => void store.keepMine()}>{DESIGNER.keepMine}</Button>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="xs">
        {DESIGNER.conflictText}
        <Differences differences={compareDesigns(theirs, design)} />
      </SpaceBetween>
    </Alert>
  );
}
