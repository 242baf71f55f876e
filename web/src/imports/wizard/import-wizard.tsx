import './wizard.css';
import SpaceBetween from '@cloudscape-design/components/space-between';
import CloudscapeWizard from '@cloudscape-design/components/wizard';
import { useEffect, useState } from 'react';
import { LeaveGuard } from '../../shared/router/leave-guard.tsx';
import { navigate } from '../../shared/router/use-place.ts';
import { notify } from '../../shared/shell/notices.tsx';
import { STYLE_TOKENS } from '../../shared/style/style-tokens.ts';
import { OpenUploads } from '../upload/open-uploads.tsx';
import { UploadPanel } from '../upload/upload-panel.tsx';
import type { Delivery } from '../upload/use-upload.ts';
import { forgetChoices } from './draft.ts';
import { FileStep } from './file-step.tsx';
import { FormatStep } from './format-step.tsx';
import type { Outcome } from './import-start.ts';
import { MappingStep } from './mapping-step.tsx';
import { OptionsStep } from './options-step.tsx';
import { faultOf, STEPS } from './steps-model.ts';
import { SummaryStep } from './summary-step.tsx';
import { WIZARD } from './text.ts';
import { useStart } from './use-start.ts';
import { useWizard } from './use-wizard.ts';

interface WizardProps {
  readonly accountPrefix: string;
  readonly firstTable: string;
}

const OPTIONS_INDEX = STEPS.indexOf('options');
const SUMMARY_INDEX = STEPS.indexOf('summary');

/** From a file to its import, in steps; then the upload of the file. */
export function ImportWizard(props: WizardProps) {
  const [delivery, setDelivery] = useState<Delivery | undefined>(undefined);
  return (
    <div className="import-wizard" style={STYLE_TOKENS}>
      {delivery ? (
        <UploadPanel delivery={delivery} onCancelled={() => setDelivery(undefined)} />
      ) : (
        <Steps {...props} onDelivery={setDelivery} />
      )}
    </div>
  );
}

/** Goes where the wizard leads, when nothing guards the page any more. */
function useOutcome(accountPrefix: string, onDelivery: (delivery: Delivery) => void) {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (address === undefined) return;
    forgetChoices();
    navigate(address);
  }, [address]);
  const follow = (outcome: Outcome, tablePrefix: string) => {
    if (outcome.kind === 'upload') return onDelivery(outcome.delivery);
    if (outcome.kind === 'import') return setAddress(`/imports/${outcome.importId}`);
    notify({ id: 'saved', type: 'success', content: WIZARD.scheduled(outcome.name) });
    setAddress(`/accounts/${accountPrefix}/crm-tables/${tablePrefix}/schedules/${outcome.scheduleId}`);
  };
  return { isLeaving: address !== undefined, follow };
}

function Steps({
  accountPrefix,
  firstTable,
  onDelivery,
}: WizardProps & { readonly onDelivery: (delivery: Delivery) => void }) {
  const [index, setIndex] = useState(0);
  const [attempted, setAttempted] = useState(-1);
  const [isRequested, setIsRequested] = useState(false);
  const { isLeaving, follow } = useOutcome(accountPrefix, onDelivery);
  const wizard = useWizard(accountPrefix, firstTable, { estimate: index === SUMMARY_INDEX });
  const { start, isStarting, failure } = useStart(accountPrefix, wizard, (outcome) =>
    follow(outcome, wizard.choices.tablePrefix),
  );
  const faults = STEPS.map((step) => faultOf(step, wizard));
  const goTo = (requested: number) => {
    // Back is always possible; forward as far as nothing is missing.
    const missing = faults.findIndex((fault, step) => fault !== undefined && step < requested);
    setAttempted(missing);
    setIndex(missing === -1 || requested < index ? requested : missing);
  };
  const submit = () => {
    setAttempted(SUMMARY_INDEX);
    setIsRequested(true);
  };
  // The last choice may still be on its way to the check: the import starts with it as soon as it is checked.
  useEffect(() => {
    if (!isRequested || wizard.check.isBehind) return;
    setIsRequested(false);
    if (faults.every((fault) => fault === undefined)) void start();
  });
  const contents = [
    <FileStep key="file" accountPrefix={accountPrefix} wizard={wizard} />,
    <FormatStep key="format" wizard={wizard} />,
    <MappingStep key="mapping" wizard={wizard} />,
    <OptionsStep key="options" wizard={wizard} isAttempted={attempted === OPTIONS_INDEX} />,
    <SummaryStep key="summary" accountPrefix={accountPrefix} wizard={wizard} failure={failure} />,
  ];
  return (
    <SpaceBetween size="l">
      {index === 0 && <OpenUploads onResume={onDelivery} />}
      <CloudscapeWizard
        activeStepIndex={index}
        onNavigate={({ detail }) => goTo(detail.requestedStepIndex)}
        onCancel={() => navigate('/imports')}
        onSubmit={submit}
        submitButtonText={wizard.choices.later.isLater ? WIZARD.schedule : WIZARD.start}
        isLoadingNextStep={isStarting || isRequested}
        steps={STEPS.map((step, at) => ({
          title: WIZARD.steps[step],
          content: contents[at],
          ...(attempted === at && faults[at] !== undefined && { errorText: faults[at] }),
        }))}
      />
      <LeaveGuard active={wizard.file !== undefined && !isLeaving} />
    </SpaceBetween>
  );
}
