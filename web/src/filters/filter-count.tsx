import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { usePaused } from '../shared/form/use-paused.ts';
import { ErrorAlert } from '../shared/shell/message-pages.tsx';
import { Status } from '../shared/shell/status.tsx';
import type { Conditions } from './model.ts';
import { useFilterCount } from './queries.ts';
import { FILTERS } from './text.ts';

const shown = (number: number): string => number.toLocaleString('en');

/** How many customers fulfil the conditions, while they are edited. @param conditions undefined while incomplete */
export function FilterCount({
  prefix,
  conditions,
}: {
  readonly prefix: string;
  readonly conditions: Conditions | undefined;
}) {
  const paused = usePaused(JSON.stringify(conditions ?? null));
  const all: Conditions | undefined = JSON.parse(paused) ?? undefined;
  const { count, error, isFetching, hasNextPage, fetchNextPage } = useFilterCount(prefix, all);
  if (conditions === undefined) return <Status type="info">{FILTERS.incomplete}</Status>;
  if (error) return <ErrorAlert error={error} header={FILTERS.notCounted} />;
  return (
    <div aria-live="polite">
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        {count === undefined ? (
          <Status type="loading">{FILTERS.counting}</Status>
        ) : (
          <strong>{FILTERS.counted(shown(count.matching), shown(count.read), !hasNextPage)}</strong>
        )}
        {hasNextPage && (
          <Button formAction="none" loading={isFetching} onClick={() => void fetchNextPage()}>
            {FILTERS.countOn}
          </Button>
        )}
      </SpaceBetween>
    </div>
  );
}
