import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useState } from 'react';
import { Question } from '../../shared/form/question.tsx';
import { follow } from '../../shared/router/use-place.ts';
import { useMay } from '../../shared/session/me.ts';
import { type CrmTableProposal, rejectionsOf } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

/** Creates the table: as a draft for the designer, or published at once. A question comes first if records do not fit. */
export function CreateButtons({
  accountPrefix,
  proposal,
  isReady,
  isBusy,
  status,
  onCreate,
}: {
  readonly accountPrefix: string;
  readonly proposal: CrmTableProposal;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly status: ReactNode;
  readonly onCreate: (mode: 'draft' | 'published') => void;
}) {
  const mayPublish = useMay()('crm-tables.publish');
  const [asks, setAsks] = useState(false);
  const publish = () => (proposal.recordsRejected > 0 ? setAsks(true) : onCreate('published'));
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        {status}
        <Button variant="link" href={`/accounts/${accountPrefix}`} onFollow={follow}>
          {FROM_FILE.cancel}
        </Button>
        <Button disabled={!isReady || isBusy} onClick={() => onCreate('draft')}>
          {FROM_FILE.createDraft}
        </Button>
        {mayPublish && (
          <Button variant="primary" disabled={!isReady || isBusy} onClick={publish}>
            {FROM_FILE.createAndPublish}
          </Button>
        )}
      </SpaceBetween>
      {asks && (
        <RejectionQuestion
          proposal={proposal}
          isBusy={isBusy}
          onAnswer={() => {
            setAsks(false);
            onCreate('published');
          }}
          onLeave={() => setAsks(false)}
        />
      )}
    </Box>
  );
}

/** Asks before a table is published that rejects records which were read. */
function RejectionQuestion({
  proposal,
  isBusy,
  onAnswer,
  onLeave,
}: {
  readonly proposal: CrmTableProposal;
  readonly isBusy: boolean;
  readonly onAnswer: () => void;
  readonly onLeave: () => void;
}) {
  return (
    <Question
      title={FROM_FILE.rejects(proposal.recordsRejected, proposal.recordsRead)}
      answer={FROM_FILE.publishAnyway}
      leave={FROM_FILE.goBack}
      isRunning={isBusy}
      onAnswer={onAnswer}
      onLeave={onLeave}
    >
      <SpaceBetween size="xs">
        {rejectionsOf(proposal).map(({ detail }) => (
          <div key={detail}>{detail}</div>
        ))}
      </SpaceBetween>
    </Question>
  );
}
