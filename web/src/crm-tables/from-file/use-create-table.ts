import { useState } from 'react';
import { keepFile } from '../../shared/chosen-file.ts';
import { navigate } from '../../shared/router/use-place.ts';
import { notify } from '../../shared/shell/notices.tsx';
import { useCrmTableWrites } from '../designer/queries.ts';
import type { NewTableValues } from '../new-table-model.ts';
import { newTableOf } from '../new-table-model.ts';
import { importAction } from './import-action.tsx';
import { type CrmTableProposal, needsDefinition } from './proposal-model.ts';
import { useSaveDefinition } from './queries.ts';
import { FROM_FILE } from './text.ts';

const LONGEST_NAME = 100;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : '');

/** Creates the proposed CRM table, publishes it if that is wanted, and goes on with the file. */
export function useCreateTable(accountPrefix: string, file: File | undefined) {
  const { create, publish } = useCrmTableWrites(accountPrefix);
  const saveDefinition = useSaveDefinition();
  const [progress, setProgress] = useState<'open' | 'creating' | 'created'>('open');
  const [failure, setFailure] = useState<unknown>();

  const publishAndGoOn = async (proposal: CrmTableProposal, prefix: string, etag: string) => {
    const home = `/accounts/${accountPrefix}/crm-tables/${prefix}`;
    try {
      await publish(prefix, etag, undefined);
    } catch (error) {
      notify({ id: 'saved', type: 'error', content: FROM_FILE.notPublished(prefix, reasonOf(error)) });
      return navigate(`${home}/design`);
    }
    try {
      const name = FROM_FILE.definitionName(file?.name ?? prefix).slice(0, LONGEST_NAME);
      if (needsDefinition(proposal)) await saveDefinition(prefix, name, proposal);
      const content = FROM_FILE.published(prefix);
      notify({ id: 'saved', type: 'success', content, action: importAction(accountPrefix, prefix) });
    } catch (error) {
      notify({ id: 'saved', type: 'warning', content: FROM_FILE.noDefinition(prefix, reasonOf(error)) });
    }
    return navigate(home);
  };

  const createTable = async (proposal: CrmTableProposal, values: NewTableValues, mode: 'draft' | 'published') => {
    setProgress('creating');
    setFailure(undefined);
    try {
      const { tabs, fields } = proposal.draft;
      const { body, etag } = await create({ ...newTableOf(values), tabs, fields });
      setProgress('created');
      if (file) keepFile(file);
      if (mode === 'published') return await publishAndGoOn(proposal, body.prefix, etag);
      notify({ id: 'saved', type: 'success', content: FROM_FILE.created(body.prefix) });
      return navigate(`/accounts/${accountPrefix}/crm-tables/${body.prefix}/design`);
    } catch (error) {
      setFailure(error);
      return setProgress('open');
    }
  };
  return { createTable, progress, failure };
}
