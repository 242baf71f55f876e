import Alert from '@cloudscape-design/components/alert';
import Checkbox from '@cloudscape-design/components/checkbox';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { usePaused } from '../shared/form/use-paused.ts';
import { useErasedCustomer } from './queries.ts';
import { ERASURE } from './text.ts';

const SHOWN_VALUES = 6;

/** Shows the customer whom an order would erase, or asks whether there is none any more. */
export function ErasedCustomer({
  prefix,
  customerId,
  isAbsent,
  onChange,
}: {
  readonly prefix: string;
  readonly customerId: string;
  readonly isAbsent: boolean;
  readonly onChange: (isAbsent: boolean) => void;
}) {
  const found = useErasedCustomer(prefix, usePaused(customerId));
  if (found === undefined) return null;
  if (found !== 'absent') {
    const values = Object.values(found.values).slice(0, SHOWN_VALUES);
    return (
      <Alert type="info" header={ERASURE.found}>
        {values.join(', ')}
      </Alert>
    );
  }
  return (
    <Alert type="warning" header={ERASURE.notFound}>
      <SpaceBetween size="s">
        <div>{ERASURE.notFoundHelp}</div>
        <Checkbox checked={isAbsent} onChange={({ detail }) => onChange(detail.checked)}>
          {ERASURE.isAbsent}
        </Checkbox>
      </SpaceBetween>
    </Alert>
  );
}
