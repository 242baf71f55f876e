import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { follow } from '../../shared/router/use-place.ts';
import { useMay } from '../../shared/session/me.ts';
import { FROM_FILE } from './text.ts';

/** Creates the table: as a draft for the designer, or published at once. */
export function CreateButtons({
  accountPrefix,
  isReady,
  isBusy,
  status,
  onCreate,
}: {
  readonly accountPrefix: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly status: ReactNode;
  readonly onCreate: (mode: 'draft' | 'published') => void;
}) {
  const mayPublish = useMay()('crm-tables.publish');
  return (
    <Box float="right">
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        {status}
        <Button variant="link" href={`/accounts/${accountPrefix}`} onFollow={follow}>
          {FROM_FILE.cancel}
        </Button>
        <Button disabled={!isReady || isBusy} onClick={() => onCreate('draft')}>
          {FROM_FILE.createDraft}
        </Button>
        {mayPublish && (
          <Button variant="primary" disabled={!isReady || isBusy} onClick={() => onCreate('published')}>
            {FROM_FILE.createAndPublish}
          </Button>
        )}
      </SpaceBetween>
    </Box>
  );
}
