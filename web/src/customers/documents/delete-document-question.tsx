import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import { Question } from '../../shared/form/question.tsx';
import { useRun } from '../../shared/form/use-run.ts';
import type { CustomerAddress } from '../history/queries.ts';
import type { DocumentHead } from './document-model.ts';
import { type DocumentDeletionReason, useDocumentWrites } from './queries.ts';
import { DOCUMENTS } from './text.ts';

const REASONS: readonly DocumentDeletionReason[] = [
  'attached-by-mistake',
  'wrong-customer',
  'personal-data',
  'out-of-date',
  'other',
];

/** Deletes a document with all versions for a reason, which stays in the history. */
export function DeleteDocumentQuestion({
  address,
  document: { documentId, revision, name },
  onLeave,
}: {
  readonly address: CustomerAddress;
  readonly document: DocumentHead;
  readonly onLeave: () => void;
}) {
  const { remove, refresh } = useDocumentWrites(address);
  const { isRunning, failure, run } = useRun();
  const [reason, setReason] = useState<DocumentDeletionReason>();
  const [isMissing, setMissing] = useState(false);
  const answer = () => {
    if (reason === undefined) return setMissing(true);
    run(async () => {
      try {
        await remove(documentId, revision, reason);
      } catch (error) {
        // After a new version by another person the list shows it, and the next attempt is about that.
        await refresh();
        throw error;
      }
      onLeave();
    });
  };
  return (
    <Question
      title={DOCUMENTS.deleteTitle}
      answer={DOCUMENTS.delete}
      leave={DOCUMENTS.cancel}
      failureTitle={DOCUMENTS.deleteFailed}
      {...{ isRunning, failure, onLeave }}
      onAnswer={answer}
    >
      <Box variant="strong">{name}</Box>
      <Box>{DOCUMENTS.deleteText}</Box>
      <FormField label={DOCUMENTS.reason} errorText={isMissing && reason === undefined ? DOCUMENTS.reasonMissing : ''}>
        <RadioGroup
          value={reason ?? null}
          items={REASONS.map((value) => ({ value, label: DOCUMENTS.reasons[value] }))}
          onChange={({ detail }) => setReason(REASONS.find((each) => each === detail.value))}
        />
      </FormField>
    </Question>
  );
}
