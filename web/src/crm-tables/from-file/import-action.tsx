import Button from '@cloudscape-design/components/button';
import { follow } from '../../shared/router/use-place.ts';
import { FROM_FILE } from './text.ts';

/** Leads to a new import into the CRM table, with the file that this page has kept. */
export const importAction = (accountPrefix: string, prefix: string) => (
  <Button href={`/accounts/${accountPrefix}/imports/new?table=${prefix}`} onFollow={follow}>
    {FROM_FILE.importFile}
  </Button>
);
