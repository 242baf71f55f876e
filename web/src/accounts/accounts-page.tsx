import Box from '@cloudscape-design/components/box';
import { Page } from '../shared/shell/page.tsx';

export default function AccountsPage() {
  return (
    <Page title="Accounts">
      <Box>…</Box>
    </Page>
  );
}
