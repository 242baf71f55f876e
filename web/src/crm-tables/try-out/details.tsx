import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Draft, seenFields, type TrialCustomer, withFlag } from './desk-model.ts';
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
  const groups = draft.tabs
    .map(({ id, label }) => ({ id, label, fields: seenFields(draft).filter(({ tab }) => tab === id) }))
    .filter(({ fields }) => fields.length > 0);
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
          <KeyValuePairs
            columns={3}
            items={fields.map((field) => ({ label: field.label, value: values[field.code] || TRY_OUT.blank }))}
          />
        </SpaceBetween>
      ))}
    </SpaceBetween>
  );
}
