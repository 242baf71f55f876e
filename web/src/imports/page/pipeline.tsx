import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import Steps from '@cloudscape-design/components/steps';
import { shownCount, shownDuration } from '../../shared/amounts.ts';
import type { Import } from '../model.ts';
import { Bar } from './bar.tsx';
import { type PipelineStep, pipelineOf, type StageProgress, type StepState, shareOf } from './pipeline-model.ts';
import { PAGE } from './text.ts';

const ICONS = { done: 'success', runs: 'loading', waits: 'pending' } as const satisfies Record<StepState, string>;

/** The steps of an import that runs, with records done, rate and time left. */
export function Pipeline({ view }: { readonly view: Import }) {
  return (
    <Container
      header={
        <Header variant="h2" description={PAGE.progressHelp}>
          {PAGE.progress}
        </Header>
      }
    >
      <Steps
        ariaLabel={PAGE.progress}
        steps={pipelineOf(view).map((step) => ({
          status: ICONS[step.state],
          statusIconAriaLabel: PAGE.stepStates[step.state],
          header: PAGE.steps[step.name],
          details: <Details {...step} />,
        }))}
      />
    </Container>
  );
}

function Details({ name, state, stage }: PipelineStep) {
  if (stage === undefined || state === 'waits') return null;
  const label = PAGE.steps[name];
  return (
    <>
      {state === 'runs' && <Bar label={label} share={shareOf(stage)} tone="runs" />}
      <Box variant="small">{amountsOf(stage).join(' · ')}</Box>
    </>
  );
}

function amountsOf({ records, recordsDone, recordsPerSecond, secondsLeft }: StageProgress): readonly string[] {
  if (records === undefined || recordsDone === undefined) return [];
  return [
    PAGE.recordsDone(shownCount(recordsDone), shownCount(records)),
    ...(recordsPerSecond === undefined ? [] : [PAGE.perSecond(shownCount(Math.round(recordsPerSecond)))]),
    ...(secondsLeft === undefined || recordsDone >= records ? [] : [PAGE.timeLeft(shownDuration(secondsLeft))]),
  ];
}
