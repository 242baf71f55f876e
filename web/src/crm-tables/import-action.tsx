import Button from '@cloudscape-design/components/button';
import { follow } from '../shared/router/use-place.ts';

/** Leads to a new import into the CRM table, which takes the file that an earlier page has kept. */
export const importAction = (accountPrefix: string, prefix: string, text: string) => (
  <Button href={`/accounts/${accountPrefix}/imports/new?table=${prefix}`} onFollow={follow}>
    {text}
  </Button>
);
