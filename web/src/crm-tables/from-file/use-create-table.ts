import { useState } from 'react';
import { keepFile } from '../../shared/chosen-file.ts';
import { navigate } from '../../shared/router/use-place.ts';
import { notify } from '../../shared/shell/notices.tsx';
import { useCrmTableWrites } from '../designer/queries.ts';
import { importAction } from '../import-action.tsx';
import type { NewTableValues } from '../new-table-model.ts';
import { newTableOf } from '../new-table-model.ts';
import { type CrmTableProposal, needsDefinition } from './proposal-model.ts';
import { useSaveDefinition } from './queries.ts';
import { FROM_FILE } from './text.ts';

const LONGEST_NAME = 100;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Creates the proposed CRM table, publishes it if that is wanted, and goes on with the file. */
export function useCreateTable(accountPrefix: string, file: File) {
  const { create, publish } = useCrmTableWrites(accountPrefix);
  const describeFile = useDescribeFile(file);
  const [progress, setProgress] = useState<'open' | 'creating' | 'created'>('open');
  const [failure, setFailure] = useState<unknown>();
  const homeOf = (prefix: string) => `/accounts/${accountPrefix}/crm-tables/${prefix}`;

  const publishDraft = async (proposal: CrmTableProposal, prefix: string, etag: string) => {
    try {
      await publish(prefix, etag, undefined);
    } catch (error) {
      await describeFile(proposal, prefix);
      notify({ id: 'saved', type: 'error', content: FROM_FILE.notPublished(prefix, reasonOf(error)) });
      return navigate(`${homeOf(prefix)}/design`);
    }
    if (await describeFile(proposal, prefix)) {
      const content = FROM_FILE.published(prefix);
      notify({
        id: 'saved',
        type: 'success',
        content,
        action: importAction(accountPrefix, prefix, FROM_FILE.importFile),
      });
    }
    return navigate(homeOf(prefix));
  };

  const createTable = async (proposal: CrmTableProposal, values: NewTableValues, mode: 'draft' | 'published') => {
    setProgress('creating');
    setFailure(undefined);
    try {
      const { tabs, fields } = proposal.draft;
      const { body, etag } = await create({ ...newTableOf(values), tabs, fields });
      setProgress('created');
      keepFile(file);
      if (mode === 'published') return await publishDraft(proposal, body.prefix, etag);
      if (await describeFile(proposal, body.prefix)) notify(draftNotice(proposal, body.prefix));
      return navigate(`${homeOf(body.prefix)}/design`);
    } catch (error) {
      setFailure(error);
      return setProgress('open');
    }
  };
  return { createTable, progress, failure };
}

/** Saves how the file is read as the default definition of the CRM table, if the table alone does not say it. */
function useDescribeFile(file: File) {
  const saveDefinition = useSaveDefinition();
  return async (proposal: CrmTableProposal, prefix: string): Promise<boolean> => {
    if (!needsDefinition(proposal)) return true;
    try {
      await saveDefinition(prefix, FROM_FILE.definitionName(file.name).slice(0, LONGEST_NAME), proposal);
      return true;
    } catch (error) {
      notify({ id: 'saved', type: 'warning', content: FROM_FILE.noDefinition(prefix, reasonOf(error)) });
      return false;
    }
  };
}

function draftNotice({ recordsRejected, recordsRead }: CrmTableProposal, prefix: string) {
  const created = FROM_FILE.created(prefix);
  if (recordsRejected === 0) return { id: 'saved', type: 'success' as const, content: created };
  const content = `${created} ${FROM_FILE.rejects(recordsRejected, recordsRead)}.`;
  return { id: 'saved', type: 'warning' as const, content };
}
