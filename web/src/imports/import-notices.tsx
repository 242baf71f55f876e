import { useEffect, useRef } from 'react';
import { useIsShown } from '../shared/session/me.ts';
import { PageLink } from '../shared/shell/link.tsx';
import { notify, removeNotice } from '../shared/shell/notices.tsx';
import { endedSince, type ImportSummary, isActive, STATUS_TYPES } from './model.ts';
import { useNewestImports } from './queries.ts';
import { IMPORTS, STATUS_TEXTS } from './text.ts';

const RUNNING = 'running-imports';

/** Reports above every page which imports run, and how one has ended. Shows nothing itself. */
export function ImportNotices() {
  const isShown = useIsShown();
  const imports = useNewestImports(isShown({ permission: 'customers.import', feature: 'crm' }));
  const before = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const active = imports.filter(isActive);
    for (const ended of endedSince(before.current, imports)) notifyEnd(ended);
    if (active.length === 0) removeNotice(RUNNING);
    else notifyRunning(active, before.current);
    before.current = new Set(active.map(({ importId }) => importId));
  }, [imports]);
  return null;
}

/** A notice that the user has dismissed comes back only with a further import. */
function notifyRunning(active: readonly ImportSummary[], known: ReadonlySet<string>): void {
  if (active.every(({ importId }) => known.has(importId))) return;
  const [first] = active;
  const content =
    active.length === 1 && first ? (
      <ImportLink {...first} />
    ) : (
      <PageLink href="/imports" color="inverted">{`${active.length} imports run`}</PageLink>
    );
  notify({ id: RUNNING, type: 'info', loading: true, content });
}

function notifyEnd(ended: ImportSummary): void {
  const status = STATUS_TYPES[ended.status];
  const type = status === 'success' || status === 'warning' || status === 'error' ? status : 'info';
  notify({ id: `import-${ended.importId}`, type, content: <ImportLink {...ended} /> });
}

function ImportLink({ importId, fileName, prefix, status, counts }: ImportSummary) {
  const counted =
    counts &&
    `: ${counts.inserted} ${IMPORTS.counts.inserted.toLowerCase()}, ${counts.updated} ${IMPORTS.counts.updated.toLowerCase()}, ${counts.failed} ${IMPORTS.counts.failed.toLowerCase()}`;
  return (
    <>
      <PageLink href={`/imports/${importId}`} color="inverted">
        {fileName}
      </PageLink>{' '}
      {IMPORTS.into} {prefix}: {STATUS_TEXTS[status]}
      {counted}
    </>
  );
}
