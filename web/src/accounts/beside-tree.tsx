import Grid from '@cloudscape-design/components/grid';
import type { ReactNode } from 'react';
import { useNarrow } from '../shared/shell/use-narrow.ts';
import { SetupTree } from './setup-tree.tsx';

/** A page of the set-up beside the tree of accounts and campaigns; in a narrow window the page alone. */
export function BesideTree({
  accountPrefix,
  campaignId,
  children,
}: {
  /** What the page shows: the tree marks it. */
  readonly accountPrefix?: string;
  readonly campaignId?: string;
  readonly children: ReactNode;
}) {
  if (useNarrow()) return children;
  return (
    <Grid gridDefinition={[{ colspan: 3 }, { colspan: 9 }]}>
      <SetupTree accountPrefix={accountPrefix} campaignId={campaignId} />
      {children}
    </Grid>
  );
}
