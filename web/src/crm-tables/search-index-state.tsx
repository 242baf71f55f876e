import Box from '@cloudscape-design/components/box';
import type { StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { Status } from '../shared/shell/status.tsx';
import { type Field, useSearchIndex } from './queries.ts';
import { CRM_TABLES } from './text.ts';

type Shown = readonly [type: StatusIndicatorProps.Type, text: string];

function shownOf({
  isDue,
  progress,
}: Pick<NonNullable<ReturnType<typeof useSearchIndex>['data']>, 'isDue' | 'progress'>): Shown {
  if (progress)
    return ['in-progress', progress.stage === 'index-read' ? CRM_TABLES.indexReads : CRM_TABLES.indexWrites];
  return isDue ? ['pending', CRM_TABLES.indexWaits] : ['success', CRM_TABLES.indexReady];
}

/** Whether the search finds every customer of a CRM table, how far the job is that makes it so, and what is missing until then. */
export function SearchIndexState({ prefix, fields }: { readonly prefix: string; readonly fields: readonly Field[] }) {
  const { data, isError } = useSearchIndex(prefix);
  if (data === undefined) return isError ? CRM_TABLES.indexUnknown : '–';
  const [type, text] = shownOf(data);
  const labels = fields.flatMap(({ code, label }) => (data.missing.includes(code) ? [label] : []));
  return (
    <>
      <Status type={type}>{text}</Status>
      {labels.length > 0 && <Box variant="small">{CRM_TABLES.indexMissing(labels.join(', '))}</Box>}
      {data.imports > 0 && <Box variant="small">{CRM_TABLES.indexImports}</Box>}
    </>
  );
}
