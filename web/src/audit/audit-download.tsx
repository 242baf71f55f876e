import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useApi } from '../shared/services.tsx';
import { notify } from '../shared/shell/notices.tsx';
import { auditCsv } from './csv-model.ts';
import type { AuditFilter } from './model.ts';
import { MOST_DOWNLOADED, readAudit } from './queries.ts';
import { AUDIT } from './text.ts';

function save(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: 'audit.csv' });
  link.click();
  URL.revokeObjectURL(url);
}

/** Downloads the entries that are searched, also those that the page has not read yet. */
export function AuditDownload({ filter }: { readonly filter: AuditFilter }) {
  const api = useApi();
  const [count, setCount] = useState<number | undefined>(undefined);
  const download = async () => {
    setCount(0);
    try {
      const entries = await readAudit(api, filter, setCount);
      save(auditCsv(entries));
      if (entries.length === MOST_DOWNLOADED)
        notify({ id: 'audit', type: 'warning', content: AUDIT.cut(MOST_DOWNLOADED) });
    } catch (error) {
      const content = error instanceof Error ? error.message : String(error);
      notify({ id: 'audit', type: 'error', header: AUDIT.notDownloaded, content });
    }
    setCount(undefined);
  };
  return (
    <Button
      iconName="download"
      loading={count !== undefined}
      {...(count !== undefined && { loadingText: AUDIT.downloading(count) })}
      onClick={() => void download()}
    >
      {AUDIT.download}
    </Button>
  );
}
