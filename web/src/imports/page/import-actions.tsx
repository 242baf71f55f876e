import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { ApiError } from '../../shared/api/api-error.ts';
import { Question } from '../../shared/form/question.tsx';
import { useRun } from '../../shared/form/use-run.ts';
import { follow } from '../../shared/router/use-place.ts';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { hasEnded, type Import } from '../model.ts';
import { useImportWrites } from '../queries.ts';
import { newerImportIn } from './resume-model.ts';
import { PAGE } from './text.ts';

type OpenDialog =
  | { readonly about: 'cancel' }
  | { readonly about: 'resume'; readonly over: string; readonly reason: string };

/** Confirms, cancels and resumes an import. A question comes first where work is lost or files are mixed. */
export function ImportActions({ view }: { readonly view: Import }) {
  const { importId, status, cancelRequestedAt } = view;
  const { cancel, confirm, resume } = useImportWrites(importId);
  const [dialog, setDialog] = useState<OpenDialog | undefined>(undefined);
  const { isRunning, failure, run, reset } = useRun();

  const onResume = async (over?: string) => {
    try {
      await resume(over);
    } catch (error) {
      const newer = supersededBy(error, importId);
      if (newer === undefined || newer.over === over) throw error;
      return setDialog({ about: 'resume', ...newer });
    }
    setDialog(undefined);
  };
  const onCancel = async () => {
    await cancel();
    setDialog(undefined);
  };
  const close = () => {
    setDialog(undefined);
    reset();
  };
  const mayCancel = !hasEnded(view) && !(status === 'running' && cancelRequestedAt !== undefined);
  return (
    <SpaceBetween size="xs">
      <SpaceBetween direction="horizontal" size="xs">
        {mayCancel && <Button onClick={() => setDialog({ about: 'cancel' })}>{PAGE.cancel}</Button>}
        {status === 'awaiting-confirmation' && (
          <Button variant="primary" loading={isRunning} onClick={() => run(confirm)}>
            {PAGE.confirm}
          </Button>
        )}
        {status === 'completed-with-failures' && (
          <Button variant="primary" href={`/imports/${importId}/correct`} onFollow={follow}>
            {PAGE.correct}
          </Button>
        )}
        {(status === 'failed' || status === 'cancelled') && (
          <Button loading={isRunning && !dialog} onClick={() => run(onResume)}>
            {PAGE.resume}
          </Button>
        )}
      </SpaceBetween>
      {failure !== undefined && !dialog && <ErrorAlert error={failure} header={PAGE.failedAction} />}
      {dialog?.about === 'cancel' && (
        <Question
          title={PAGE.cancelTitle}
          answer={PAGE.cancel}
          leave={PAGE.keepRunning}
          isRunning={isRunning}
          failure={failure}
          failureTitle={PAGE.failedAction}
          onAnswer={() => run(onCancel)}
          onLeave={close}
        >
          {PAGE.cancelText}
        </Question>
      )}
      {dialog?.about === 'resume' && (
        <Question
          title={PAGE.resumeTitle}
          answer={PAGE.resumeOver}
          leave={PAGE.back}
          isRunning={isRunning}
          failure={failure}
          failureTitle={PAGE.failedAction}
          onAnswer={() => run(() => onResume(dialog.over))}
          onLeave={close}
        >
          {dialog.reason}
        </Question>
      )}
    </SpaceBetween>
  );
}

/** The newer import that prevents a resumption, and the API's reason; undefined for other errors. */
function supersededBy(error: unknown, importId: string) {
  if (!(error instanceof ApiError) || error.code !== 'import.superseded') return undefined;
  const over = newerImportIn(error.message, importId);
  return over === undefined ? undefined : { over, reason: error.message };
}
