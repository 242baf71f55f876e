import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Skeleton from '@cloudscape-design/components/skeleton';
import { useState } from 'react';
import { ErrorAlert } from '../../shared/shell/message-pages.tsx';
import { FieldChanges } from './field-changes.tsx';
import type { Labels } from './history-model.ts';
import { type CustomerAddress, useImportedChange, useNames } from './queries.ts';
import { HISTORY } from './text.ts';

interface Imported {
  readonly address: CustomerAddress;
  readonly importId: string;
  readonly labels: Labels;
}

/** The line of an import opens the old and the new values. They are read when it is opened. */
export function ImportedValues(imported: Imported) {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={HISTORY.showValues}
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && <Values {...imported} />}
    </ExpandableSection>
  );
}

function Values({ address, importId, labels }: Imported) {
  const { data, error } = useImportedChange(address, importId);
  const nameOf = useNames(data?.requestedBy === undefined ? [] : [data.requestedBy]);
  if (error) return <ErrorAlert error={error} />;
  if (!data) return <Skeleton />;
  const { fileName, requestedBy, state, changes } = data;
  const by = requestedBy === undefined ? '' : `, ${HISTORY.requestedBy(nameOf(requestedBy))}`;
  return (
    <>
      <Box color="text-body-secondary">{`${HISTORY.valuesOfFile(fileName)}${by}`}</Box>
      {state === 'complete' && changes.length > 0 ? (
        <FieldChanges {...{ changes, labels }} />
      ) : (
        <Box padding={{ top: 'xs' }}>{MESSAGES[state]}</Box>
      )}
    </>
  );
}

const MESSAGES = {
  complete: HISTORY.noFields,
  pending: HISTORY.pending,
  missing: HISTORY.missing,
  created: HISTORY.createdByFile,
};
