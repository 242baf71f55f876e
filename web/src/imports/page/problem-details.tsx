import Container from '@cloudscape-design/components/container';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { Problem } from './problems-model.ts';
import { PAGE } from './text.ts';

/** The chosen line of the grid with its whole texts. */
export function ProblemDetails({ problem, column }: { readonly problem: Problem; readonly column: string }) {
  const { line, customerId, value, code, reason } = problem;
  return (
    <Container>
      <KeyValuePairs
        columns={3}
        items={[
          { label: PAGE.line, value: line || '–' },
          { label: PAGE.customerId, value: customerId || '–' },
          { label: PAGE.column, value: column || '–' },
          { label: PAGE.value, value: value || '–' },
          { label: PAGE.reason, value: reason },
          { label: PAGE.code, value: code },
        ]}
      />
    </Container>
  );
}
