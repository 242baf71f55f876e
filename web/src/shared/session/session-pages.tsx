import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useEffect } from 'react';

/** A page without the shell: nobody is signed in. */
function PlainPage({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Switchboard`;
  }, [title]);
  return (
    <main>
      <Box margin="xxl">
        <Container header={<Header variant="h1">{title}</Header>}>
          <SpaceBetween size="m">{children}</SpaceBetween>
        </Container>
      </Box>
    </main>
  );
}

const signIn = (
  <Button variant="primary" onClick={() => location.assign('/')}>
    Sign in
  </Button>
);

export function SignedOutPage() {
  return (
    <PlainPage title="You are signed out">
      <Box>Close this window on a computer that you share with others.</Box>
      {signIn}
    </PlainPage>
  );
}

export function SignInFailedPage({ reason }: { readonly reason: string }) {
  return (
    <PlainPage title="You could not be signed in">
      <Box>{reason}</Box>
      {signIn}
    </PlainPage>
  );
}

/** The end of a sign-in in a window of its own: the page that waits has the session now. */
export function SignedInAgainPage() {
  useEffect(() => close(), []);
  return (
    <PlainPage title="You are signed in again">
      <Box>Go back to the window in which you were working. You can close this one.</Box>
    </PlainPage>
  );
}
