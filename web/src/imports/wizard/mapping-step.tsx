import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useRef, useState } from 'react';
import { ColumnDetails } from './column-details.tsx';
import { PreviewPlace } from './file-step.tsx';
import { MappingGrid } from './mapping-grid.tsx';
import { assign, exchange, idColumn, inOrder, unmatchedColumns } from './mapping-model.ts';
import { MAPPING } from './text.ts';
import { UnfedFields } from './unfed-fields.tsx';
import type { Wizard } from './use-wizard.ts';

/** Which column feeds which field. */
export function MappingStep({ wizard }: { readonly wizard: Wizard }) {
  const { columns, edits, fields = [] } = wizard;
  const [unmatchedFirst, setUnmatchedFirst] = useState(true);
  const [active, setActive] = useState<number>();
  const details = useRef<HTMLDivElement>(null);
  const shown = inOrder(columns, unmatchedFirst);
  const current = shown.find(({ position }) => position === active) ?? shown[0];
  if (!current || !wizard.proposal.preview) return <PreviewPlace wizard={wizard} />;
  const feed = (position: number, field: string | null) => wizard.setEdits(assign(columns, edits, position, field));
  const neighbour = (steps: -1 | 1) => shown[shown.indexOf(current) + steps];
  const move = (steps: -1 | 1) => {
    const other = neighbour(steps);
    if (other === undefined) return;
    wizard.setEdits(exchange(columns, edits, current.position, other.position));
    setActive(other.position);
  };
  return (
    <SpaceBetween size="l">
      <CustomerIdChoice wizard={wizard} />
      <CheckAlert wizard={wizard} />
      <div className="mapping-place">
        <div className="mapping">
          <Container
            header={
              <Header
                variant="h2"
                counter={`(${columns.length})`}
                description={
                  <LiveRegion>{MAPPING.counts(unmatchedColumns(columns).length, columns.length)}</LiveRegion>
                }
                actions={
                  <Toggle checked={unmatchedFirst} onChange={({ detail }) => setUnmatchedFirst(detail.checked)}>
                    {MAPPING.unmatchedFirst}
                  </Toggle>
                }
              >
                {MAPPING.title}
              </Header>
            }
          >
            <MappingGrid
              columns={shown}
              fields={fields}
              active={current.position}
              onActive={setActive}
              onMove={move}
              onExchange={(one, other) => wizard.setEdits(exchange(columns, edits, one, other))}
              onFeed={feed}
              onDetails={() => details.current?.querySelector<HTMLElement>('.field-choice button')?.focus()}
            />
          </Container>
          <div className="mapping-side">
            <div ref={details}>
              <ColumnDetails
                key={current.position}
                wizard={wizard}
                column={current}
                onFeed={(field) => feed(current.position, field)}
                onMove={move}
                mayMove={(steps) => neighbour(steps) !== undefined}
              />
            </div>
            <UnfedFields wizard={wizard} column={current} onFeed={(field) => feed(current.position, field)} />
          </div>
        </div>
      </div>
    </SpaceBetween>
  );
}

/** By what a record is the record of a customer. */
export function matchText({ takesIds, columns }: Pick<Wizard, 'takesIds' | 'columns'>): string {
  if (!takesIds) return MAPPING.generatedMatch;
  const column = idColumn(columns);
  return column === undefined ? MAPPING.notMatched : MAPPING.matched(column.title);
}

/** How customers are recognised, in words. */
function CustomerIdChoice({ wizard }: { readonly wizard: Wizard }) {
  return (
    <Container>
      <FormField label={MAPPING.customerId} description={<LiveRegion>{matchText(wizard)}</LiveRegion>}>
        <RadioGroup
          value={wizard.choices.customerId}
          items={[
            { value: 'column', label: MAPPING.inColumn },
            { value: 'none', label: MAPPING.generated, description: MAPPING.generatedHelp },
          ]}
          onChange={({ detail }) => wizard.update({ customerId: detail.value === 'none' ? 'none' : 'column' })}
        />
      </FormField>
    </Container>
  );
}

/** Why the import would be rejected with this mapping. */
export function CheckAlert({ wizard }: { readonly wizard: Wizard }) {
  const { preview, error, retry } = wizard.check;
  if (error) return <PreviewPlace wizard={{ ...wizard, proposal: { ...wizard.proposal, error, retry } }} />;
  if (preview?.rejection === undefined) return null;
  return (
    <Alert type="error" header={MAPPING.rejected}>
      {preview.rejection.reason}
    </Alert>
  );
}
