import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { FieldValues } from '../../customers/field-values.tsx';
import { groupsOf, seenFields, withFlag } from '../../customers/fields-model.ts';
import type { Draft, TrialCustomer } from './desk-model.ts';
import { TRY_OUT } from './text.ts';

/** A customer's values under the tabs of the table. */
export function Details({
  draft,
  customer: { customerId, values },
  onModify,
  onBack,
}: {
  readonly draft: Draft;
  readonly customer: TrialCustomer;
  readonly onModify: () => void;
  readonly onBack: () => void;
}) {
  const canModify = withFlag(draft, 'modify').length > 0;
  const groups = groupsOf(draft.tabs, seenFields(draft));
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button onClick={onBack}>{TRY_OUT.back}</Button>
      {canModify && (
        <Button variant="primary" onClick={onModify}>
          {TRY_OUT.modify}
        </Button>
      )}
    </SpaceBetween>
  );
  return (
    <SpaceBetween size="m">
      <Header variant="h3" actions={actions}>
        {TRY_OUT.details(customerId)}
      </Header>
      {!canModify && <Alert type="info">{TRY_OUT.noModify}</Alert>}
      {groups.map(({ id, label, fields }) => (
        <SpaceBetween key={id} size="s">
          <Box variant="h4">{label}</Box>
          <FieldValues {...{ fields, values }} />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
