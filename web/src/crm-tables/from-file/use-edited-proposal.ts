import { useState } from 'react';
import { ApiError, type Violation } from '../../shared/api/api-error.ts';
import { useTablePrefixTaken } from '../designer/queries.ts';
import { NEW_TABLE_RULES } from '../new-table-model.ts';
import { CRM_TABLES } from '../text.ts';
import { type CrmTableProposal, type FileOptions, faultsOf, NO_EDITS } from './proposal-model.ts';
import { useProposal } from './queries.ts';
import { useCreateTable } from './use-create-table.ts';

interface ProposedFile {
  readonly accountPrefix: string;
  readonly file: File;
  readonly country: string;
  readonly options: FileOptions;
}

export type EditedProposal = ReturnType<typeof useEditedProposal>;

const NO_VIOLATIONS: readonly Violation[] = [];

/** The proposal for a file with the edits of the person, and the creation of its CRM table. */
export function useEditedProposal({ accountPrefix, file, country, options }: ProposedFile) {
  const [edits, setEdits] = useState(NO_EDITS);
  const [typed, setTyped] = useState<{ readonly name?: string; readonly prefix?: string }>({});
  const { proposal, error, isCurrent } = useProposal(accountPrefix, { file, country, options, edits });
  const { createTable, progress, failure } = useCreateTable(accountPrefix, file);
  const values = {
    name: typed.name ?? proposal?.draft.name ?? '',
    prefix: typed.prefix ?? proposal?.prefix ?? '',
    defaultCountry: country,
  };
  const isTaken = useTablePrefixTaken(accountPrefix, values.prefix) && progress === 'open';
  const taken = isTaken ? CRM_TABLES.prefixTaken(values.prefix) : undefined;
  const faults = {
    name: NEW_TABLE_RULES.name?.(values.name, values),
    prefix: NEW_TABLE_RULES.prefix?.(values.prefix, values) ?? taken,
  };
  const named = (member: 'name' | 'prefix') => ({
    value: values[member],
    error: faults[member],
    onChange: (value: string) => setTyped({ ...typed, [member]: value }),
  });
  return {
    ...{ proposal, error, isCurrent, failure, edits, setEdits },
    violations: error instanceof ApiError ? error.violations : NO_VIOLATIONS,
    name: named('name'),
    prefix: named('prefix'),
    isBusy: progress !== 'open',
    isEdited: edits !== NO_EDITS || Object.keys(typed).length > 0,
    isReady: isCurrent && !error && faultsOf(edits).size === 0 && !faults.name && !faults.prefix,
    create: (proposed: CrmTableProposal, mode: 'draft' | 'published') => createTable(proposed, values, mode),
  };
}
