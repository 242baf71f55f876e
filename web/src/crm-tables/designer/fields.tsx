import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { commandsOf } from './commands.ts';
import type { DesignerState, DesignerStore } from './designer-store.ts';
import { customFieldsOf, MOST_CUSTOM_FIELDS } from './draft-model.ts';
import { FieldGrid } from './field-grid.tsx';
import { DESIGNER } from './text.ts';
import { Toolbar, UndoButtons } from './toolbar.tsx';
import type { GridState } from './use-grid.ts';

/** The grid of tabs and fields with its toolbar. */
export function Fields({
  store,
  state,
  grid,
  prefix,
  onSettings,
}: {
  readonly store: DesignerStore;
  readonly state: DesignerState;
  readonly grid: GridState;
  readonly prefix: string;
  readonly onSettings: () => void;
}) {
  const { design } = state;
  const [news, setNews] = useState('');
  const commands = commandsOf(store, grid, prefix, setNews);
  const custom = customFieldsOf(design);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${design.fields.length})`}
          actions={<UndoButtons store={store} state={state} />}
          description={
            custom >= MOST_CUSTOM_FIELDS
              ? DESIGNER.full(MOST_CUSTOM_FIELDS)
              : DESIGNER.customFields(custom, MOST_CUSTOM_FIELDS)
          }
        >
          {DESIGNER.fields}
        </Header>
      }
      footer={DESIGNER.keys}
    >
      <SpaceBetween size="s">
        <Toolbar state={state} grid={grid} commands={commands} />
        <LiveRegion>{news}</LiveRegion>
        <FieldGrid store={store} state={state} grid={grid} commands={commands} onSettings={onSettings} />
      </SpaceBetween>
    </Container>
  );
}
