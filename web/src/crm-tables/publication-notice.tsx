import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { shownDate } from '../shared/shell/date.ts';
import { useNewestVersion } from './publication.ts';
import { CRM_TABLES } from './text.ts';

/** Reports that another person has published the CRM table while the page was open. The page stays as it is. */
export function PublicationNotice({
  accountPrefix,
  prefix,
  shownVersion,
  children,
  onShow,
}: {
  readonly accountPrefix: string;
  readonly prefix: string;
  /** The version that the page knows; 0 before the first. */
  readonly shownVersion: number;
  /** What the new version means for the page. */
  readonly children: string;
  /** Shows the new version; without it the notice can only be dismissed. */
  readonly onShow?: () => void;
}) {
  const newest = useNewestVersion(accountPrefix, prefix);
  const [dismissed, setDismissed] = useState(0);
  if (newest === undefined || newest.version <= Math.max(shownVersion, dismissed)) return null;
  return (
    <Alert
      type="info"
      header={CRM_TABLES.newVersion(newest.version, shownDate(newest.publishedAt))}
      action={onShow && <Button onClick={onShow}>{CRM_TABLES.showVersion}</Button>}
      dismissible={onShow === undefined}
      onDismiss={() => setDismissed(newest.version)}
    >
      {children}
    </Alert>
  );
}
