import Box from '@cloudscape-design/components/box';
import FormField from '@cloudscape-design/components/form-field';
import RadioGroup, { type RadioGroupProps } from '@cloudscape-design/components/radio-group';
import { useEffect, useRef, useState } from 'react';
import { Question } from '../../shared/form/question.tsx';
import { useRun } from '../../shared/form/use-run.ts';
import { navigate } from '../../shared/router/use-place.ts';
import { DELETED } from '../../shared/shell/notice-model.ts';
import { notify } from '../../shared/shell/notices.tsx';
import { VipBadge } from '../vip-badge.tsx';
import { deskAddress } from './address.ts';
import type { DeskTable } from './desk-table.ts';
import { type Customer, type DeletionReason, useCustomerWrites } from './queries.ts';
import { DESK } from './text.ts';

const REASONS: readonly DeletionReason[] = [
  'customer-request',
  'duplicate',
  'entered-by-mistake',
  'no-longer-customer',
  'other',
];

/** Deletes a customer for a reason, which stays in the history. */
export function DeleteQuestion({
  table,
  customer: { customerId, isVip },
  name,
  etag,
  onDeleted,
  onLeave,
}: {
  readonly table: DeskTable;
  readonly customer: Customer;
  readonly name: string;
  readonly etag: string;
  readonly onDeleted: () => void;
  readonly onLeave: () => void;
}) {
  const { remove, read } = useCustomerWrites(table);
  const { isRunning, failure, run } = useRun();
  const [reason, setReason] = useState<DeletionReason>();
  const [isMissing, setMissing] = useState(false);
  const reasons = useRef<RadioGroupProps.Ref | null>(null);
  useEffect(() => {
    // The dialog focuses its close button when it opens; the choice comes after that.
    const timer = setTimeout(() => reasons.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const answer = () => {
    if (reason === undefined) return setMissing(true);
    run(async () => {
      try {
        await remove(customerId, etag, reason);
      } catch (error) {
        // After a change by another person the page shows what is there now, and the next attempt is about that.
        await read(customerId);
        throw error;
      }
      onDeleted();
      notify({ id: DELETED, type: 'success', content: DESK.deleted(customerId) });
      navigate(deskAddress(table));
    });
  };
  return (
    <Question
      title={DESK.deleteTitle(name)}
      answer={DESK.remove}
      leave={DESK.cancel}
      failureTitle={DESK.deleteFailed}
      {...{ isRunning, failure, onLeave }}
      onAnswer={answer}
    >
      <VipBadge isVip={isVip} />
      <Box>{DESK.deleteText}</Box>
      {failure !== undefined && <Box>{DESK.deleteAgain}</Box>}
      <FormField label={DESK.reason} errorText={isMissing && reason === undefined ? DESK.reasonMissing : ''}>
        <RadioGroup
          ref={reasons}
          value={reason ?? null}
          items={REASONS.map((value) => ({ value, label: DESK.reasons[value] }))}
          onChange={({ detail }) => setReason(REASONS.find((each) => each === detail.value))}
        />
      </FormField>
    </Question>
  );
}
