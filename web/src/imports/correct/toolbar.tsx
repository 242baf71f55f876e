import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { memo, useState } from 'react';
import { shownCount } from '../../shared/amounts.ts';
import { withLeftOut } from './corrections-model.ts';
import { ReplaceForm } from './replace-form.tsx';
import { CORRECT } from './text.ts';
import type { useCorrections } from './use-corrections.ts';
import type { useView } from './use-view.ts';

/** What can be done with all failed records, and how many are still wrong. */
export const Toolbar = memo(function Toolbar({
  edit,
  look,
  onStart,
}: {
  readonly edit: ReturnType<typeof useCorrections>;
  readonly look: ReturnType<typeof useView>;
  readonly onStart: () => void;
}) {
  const [replaces, setReplaces] = useState(false);
  const { corrections, change, undo, redo } = edit;
  const { summary } = look;
  const total = corrections.rows.length;
  const imported = total - summary.leftOut;
  const leaveOutWrong = () =>
    change((before) => withLeftOut(before, new Set([...summary.states.keys()].filter(isWrong)), true));
  const isWrong = (index: number) => summary.states[index]?.isWrong === true;
  return (
    <SpaceBetween size="s">
      <Header
        variant="h2"
        description={CORRECT.gridHelp}
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button iconName="undo" ariaLabel={CORRECT.undo} disabled={undo === undefined} onClick={undo} />
            <Button iconName="redo" ariaLabel={CORRECT.redo} disabled={redo === undefined} onClick={redo} />
            <Button onClick={() => setReplaces(true)}>{CORRECT.replace}</Button>
            <Button variant="primary" disabled={imported === 0} onClick={onStart}>
              {CORRECT.start(shownCount(imported))}
            </Button>
          </SpaceBetween>
        }
      >
        <LiveRegion tagName="span">
          {CORRECT.counts(shownCount(total), shownCount(summary.wrong), shownCount(summary.leftOut))}
        </LiveRegion>
      </Header>
      <SpaceBetween direction="horizontal" size="m" alignItems="center">
        <Toggle checked={look.onlyWrong} onChange={({ detail }) => look.setOnlyWrong(detail.checked)}>
          {CORRECT.onlyWrong}
        </Toggle>
        <Toggle checked={look.hidesRightColumns} onChange={({ detail }) => look.setHidesRightColumns(detail.checked)}>
          {CORRECT.wrongColumns}
        </Toggle>
        <Button variant="inline-link" disabled={summary.wrong === 0} onClick={look.goToNextWrong}>
          {CORRECT.nextWrong}
        </Button>
        <Button variant="inline-link" disabled={summary.wrong === 0} onClick={leaveOutWrong}>
          {CORRECT.leaveOutWrong}
        </Button>
      </SpaceBetween>
      {replaces && (
        <ReplaceForm
          corrections={corrections}
          place={look.place}
          onChange={change}
          onLeave={() => setReplaces(false)}
        />
      )}
    </SpaceBetween>
  );
});
