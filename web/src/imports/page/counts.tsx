import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import { shownCount } from '../../shared/amounts.ts';
import type { Import } from '../model.ts';
import { Bar } from './bar.tsx';
import { PAGE } from './text.ts';

const OUTCOMES = ['inserted', 'updated', 'ignored', 'failed', 'unprocessed'] as const;

/** The number of records by outcome, each with a bar as long as its share of all records. */
export function Counts({ counts }: { readonly counts: NonNullable<Import['counts']> }) {
  const shown = OUTCOMES.filter((name) => name !== 'unprocessed' || counts.unprocessed !== undefined);
  return (
    <Container header={<Header variant="h2">{PAGE.records}</Header>}>
      <KeyValuePairs
        columns={1}
        ariaLabel={PAGE.chart}
        items={[
          { label: PAGE.counts.total, value: shownCount(counts.total) },
          ...shown.map((name) => {
            const count = counts[name] ?? 0;
            const share = counts.total === 0 ? 0 : count / counts.total;
            return {
              label: PAGE.counts[name],
              value: (
                <>
                  {shownCount(count)}
                  <Bar label={PAGE.counts[name]} share={share} tone={name} />
                </>
              ),
            };
          }),
        ]}
      />
    </Container>
  );
}
