import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup from '@cloudscape-design/components/radio-group';
import { useState } from 'react';
import { Question } from '../../shared/form/question.tsx';
import { useRun } from '../../shared/form/use-run.ts';
import type { CustomerAddress } from '../history/queries.ts';
import { type NoteDeletionReason, useNoteWrites } from './queries.ts';
import { NOTES } from './text.ts';

const REASONS: readonly NoteDeletionReason[] = [
  'entered-by-mistake',
  'wrong-customer',
  'personal-data',
  'out-of-date',
  'other',
];

/** Deletes a note with its earlier texts for a reason, which stays in the history. */
export function DeleteNoteQuestion({
  address,
  noteId,
  revision,
  onLeave,
}: {
  readonly address: CustomerAddress;
  readonly noteId: string;
  readonly revision: number;
  readonly onLeave: () => void;
}) {
  const { remove, refresh } = useNoteWrites(address);
  const { isRunning, failure, run } = useRun();
  const [reason, setReason] = useState<NoteDeletionReason>();
  const [isMissing, setMissing] = useState(false);
  const answer = () => {
    if (reason === undefined) return setMissing(true);
    run(async () => {
      try {
        await remove(noteId, revision, reason);
      } catch (error) {
        // After an edit by another person the list shows the text of now, and the next attempt is about that.
        await refresh();
        throw error;
      }
      onLeave();
    });
  };
  return (
    <Question
      title={NOTES.deleteTitle}
      answer={NOTES.remove}
      leave={NOTES.cancel}
      failureTitle={NOTES.deleteFailed}
      {...{ isRunning, failure, onLeave }}
      onAnswer={answer}
    >
      <Box>{NOTES.deleteText}</Box>
      <FormField label={NOTES.reason} errorText={isMissing && reason === undefined ? NOTES.reasonMissing : ''}>
        <RadioGroup
          value={reason ?? null}
          items={REASONS.map((value) => ({ value, label: NOTES.reasons[value] }))}
          onChange={({ detail }) => setReason(REASONS.find((each) => each === detail.value))}
        />
      </FormField>
    </Question>
  );
}
