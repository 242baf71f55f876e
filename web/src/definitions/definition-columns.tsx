import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { DataGrid } from '../shared/grid/data-grid.tsx';
import { columnName, valuesText } from './compare-model.ts';
import type { ImportDefinition } from './queries.ts';
import { DEFINITIONS } from './text.ts';

/** Which column feeds which field. A wide file has hundreds of columns. */
export function DefinitionColumns({ mapping }: Pick<ImportDefinition, 'mapping'>) {
  return (
    <SpaceBetween size="s">
      <Header variant="h2" counter={`(${mapping.length})`}>
        {DEFINITIONS.mapping}
      </Header>
      {mapping.length === 0 ? (
        <Box>{DEFINITIONS.noMapping}</Box>
      ) : (
        <DataGrid
          label={DEFINITIONS.mapping}
          rows={mapping}
          keyOf={columnName}
          columns={[
            { id: 'column', header: DEFINITIONS.column, width: 10, grows: true, cell: columnName },
            { id: 'field', header: DEFINITIONS.field, width: 9, cell: ({ field }) => field ?? DEFINITIONS.notImported },
            { id: 'values', header: DEFINITIONS.values, width: 12, grows: true, cell: valuesText },
            { id: 'default', header: DEFINITIONS.default, width: 9, cell: ({ default: blank = '' }) => blank },
          ]}
        />
      )}
    </SpaceBetween>
  );
}
