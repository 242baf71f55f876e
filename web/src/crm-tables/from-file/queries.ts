import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bodyOf, oneTime } from '../../shared/api/client.ts';
import { readBeginning } from '../../shared/file-beginning.ts';
import { usePaused } from '../../shared/form/use-paused.ts';
import { useApi } from '../../shared/services.tsx';
import { type CrmTableProposal, choicesOf, type Edits, type FileOptions } from './proposal-model.ts';

export interface ProposalRequest {
  readonly file: File;
  readonly country: string;
  readonly options: FileOptions;
  readonly edits: Edits;
}

export interface ProposalState {
  /** The newest proposal of the file; undefined before the first. */
  readonly proposal: CrmTableProposal | undefined;
  readonly error: unknown;
  /** Whether the proposal has all edits. */
  readonly isCurrent: boolean;
}

/** The proposal for a file, made again a moment after each edit. */
export function useProposal(accountPrefix: string, { file, country, options, edits }: ProposalRequest): ProposalState {
  const api = useApi();
  const [last, setLast] = useState<CrmTableProposal>();
  const wanted = JSON.stringify({ defaultCountry: country, options, choices: choicesOf(edits) });
  const paused = usePaused(wanted);
  const { data, error, isFetching } = useQuery({
    queryKey: ['crm-table-proposals', accountPrefix, file.name, file.size, file.lastModified, paused],
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const body = { ...JSON.parse(paused), ...(await readBeginning(file)), fileName: file.name };
      const params = { path: { accountPrefix } };
      return bodyOf(api.POST('/accounts/{accountPrefix}/crm-table-proposals', { params, body, signal }));
    },
  });
  if (data !== undefined && data !== last) setLast(data);
  return { proposal: data ?? last, error, isCurrent: data !== undefined && !isFetching && paused === wanted };
}

/** Saves what imports of files like this one need, as the default of the CRM table. */
export function useSaveDefinition() {
  const api = useApi();
  return async (prefix: string, name: string, { options, mapping }: CrmTableProposal): Promise<void> => {
    const params = { path: { prefix }, header: oneTime() };
    const body = { name, options, mapping, isDefault: true };
    await bodyOf(api.POST('/crm-tables/{prefix}/definitions', { params, body }));
  };
}

/** The first records of a file, as a proposal reads them. */
export function useReadRecords(accountPrefix: string) {
  const api = useApi();
  return async (file: File, defaultCountry: string, options: FileOptions): Promise<CrmTableProposal> => {
    const body = { ...(await readBeginning(file)), fileName: file.name, defaultCountry, options };
    const params = { path: { accountPrefix } };
    return bodyOf(api.POST('/accounts/{accountPrefix}/crm-table-proposals', { params, body }));
  };
}
