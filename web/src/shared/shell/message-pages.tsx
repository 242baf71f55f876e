import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ApiError } from '../api/api-error.ts';
import { RejectedInput } from '../form/rejected-input.ts';
import { viewedUser } from '../session/viewed-user.ts';
import { FeatureOffPage } from './feature-off-page.tsx';
import { HomeButton } from './home-button.tsx';
import { Page } from './page.tsx';
import { PartMissing } from './part.ts';
import { SHELL } from './text.ts';
import { LeaveView } from './view-bar.tsx';

export function NotFoundPage() {
  return (
    <Page title="There is no such page">
      <SpaceBetween size="m">
        <Box>The address may be mistyped, or what it named has been deleted.</Box>
        <HomeButton />
      </SpaceBetween>
    </Page>
  );
}

export function NoAccessPage() {
  const isViewing = viewedUser() !== undefined;
  return (
    <Page title="You do not have access to this page">
      <SpaceBetween size="m">
        <Box>
          {isViewing
            ? SHELL.notInView
            : 'Your role does not include it. An administrator of your installation can change that.'}
        </Box>
        <SpaceBetween direction="horizontal" size="xs">
          <HomeButton />
          {isViewing && <LeaveView />}
        </SpaceBetween>
      </SpaceBetween>
    </Page>
  );
}

/** For an error that no part of the page handles. */
export function ErrorPage({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  if (error instanceof ApiError && error.code === 'feature.off') return <FeatureOffPage />;
  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />;
  if (error instanceof ApiError && error.status === 403) return <NoAccessPage />;
  return (
    <Page title="This page cannot be shown">
      <SpaceBetween size="m">
        <ErrorAlert error={error} />
        <SpaceBetween direction="horizontal" size="xs">
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <HomeButton />
        </SpaceBetween>
      </SpaceBetween>
    </Page>
  );
}

/** What went wrong, with the request id that finds the request in the log. */
export function ErrorAlert({ error, header }: { readonly error: unknown; readonly header?: string }) {
  return (
    <Alert type="error" header={header}>
      {messageOf(error)}
      {error instanceof ApiError && error.requestId !== undefined && (
        <Box variant="small" display="block" color="inherit">
          Request id: {error.requestId}
        </Box>
      )}
    </Alert>
  );
}

function messageOf(error: unknown): string {
  const isShown = error instanceof ApiError || error instanceof PartMissing || error instanceof RejectedInput;
  if (isShown) return error.message;
  return 'Something failed in the console. Load the page again; if it fails again, report what you did.';
}
