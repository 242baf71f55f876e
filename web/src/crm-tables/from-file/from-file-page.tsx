import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useAccountCrumbs } from '../../accounts/crumbs.ts';
import { useAccount } from '../../accounts/queries.ts';
import { Page } from '../../shared/shell/page.tsx';
import { FileChoice } from './file-choice.tsx';
import { ProposalEditor } from './proposal-editor.tsx';
import type { FileOptions } from './proposal-model.ts';
import { FROM_FILE } from './text.ts';

const DEFAULT_COUNTRY = 'GB';

/** Proposes a CRM table for the customers in a file, which a person changes and creates. */
export default function FromFilePage({
  params: { accountPrefix },
}: {
  readonly params: { readonly accountPrefix: string };
}) {
  const { body: account } = useAccount(accountPrefix);
  const [file, setFile] = useState<File>();
  const [country, setCountry] = useState(DEFAULT_COUNTRY);
  const [options, setOptions] = useState<FileOptions>({});
  // Another file, and the same file cut differently, has other columns: edits do not fit it.
  const key = file && `${file.name} ${file.size} ${file.lastModified} ${JSON.stringify(options)}`;
  return (
    <Page title={FROM_FILE.title} description={FROM_FILE.description} above={useAccountCrumbs(account.prefix)}>
      <SpaceBetween size="l">
        <FileChoice {...{ file, country, options }} onFile={setFile} onCountry={setCountry} onOptions={setOptions} />
        {file && /^[A-Z]{2}$/.test(country) && (
          <ProposalEditor key={key} accountPrefix={account.prefix} {...{ file, country, options }} />
        )}
      </SpaceBetween>
    </Page>
  );
}
