import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type CrmTableProposal, type ProposedColumn, warningsOf } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const { settings } = FROM_FILE;

/** Why a column has its field: the reasons, the values that contradict them, and the warnings of damaged values. */
export function ColumnReasons({
  proposal,
  column,
}: {
  readonly proposal: CrmTableProposal;
  readonly column: ProposedColumn;
}) {
  const { reasons, contradicting, contradictingCount, position } = column;
  return (
    <SpaceBetween size="s">
      {warningsOf(proposal, position).map(({ code, detail, examples = [] }) => (
        <Alert key={code} type="warning">
          {detail}
          <Examples values={examples} count={examples.length} />
        </Alert>
      ))}
      {reasons && (
        <KeyValuePairs
          items={[
            { label: settings.reasons.type, value: reasons.type },
            { label: settings.reasons.code, value: reasons.code },
            { label: settings.reasons.maxLength, value: reasons.maxLength },
            { label: settings.reasons.search, value: reasons.search },
          ]}
        />
      )}
      {reasons && contradictingCount > 0 && (
        <div>
          <Box variant="awsui-key-label">{settings.contradicting}</Box>
          <Examples values={contradicting} count={contradictingCount} />
        </div>
      )}
    </SpaceBetween>
  );
}

/** Values of the file with their lines. */
export function Examples({
  values,
  count,
}: {
  readonly values: CrmTableProposal['customerId']['contradicting'];
  /** All values of this kind; some of them are shown. */
  readonly count: number;
}) {
  if (values.length === 0) return null;
  return (
    <ul>
      {values.map(({ line, value }) => (
        <li key={`${line} ${value}`}>{settings.example(value, line)}</li>
      ))}
      {count > values.length && <li>{settings.more(count - values.length)}</li>}
    </ul>
  );
}
