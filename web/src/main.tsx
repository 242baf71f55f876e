import '@cloudscape-design/global-styles/index.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ApiError } from './shared/api/api-error.ts';
import { createApi } from './shared/api/client.ts';
import { readConfig } from './shared/config.ts';
import { guardedHistory } from './shared/router/history.ts';
import { ServicesProvider } from './shared/services.tsx';
import { Session } from './shared/session/session.ts';
import { SignedInAgainPage, SignedOutPage, SignInFailedPage } from './shared/session/session-pages.tsx';
import { startAppearance } from './shared/shell/appearance.ts';
import { PartMissing } from './shared/shell/part.ts';
import { SIGN_IN_AGAIN } from './shared/shell/session-ended.tsx';

const SIGNED_IN_AGAIN = '/signed-in-again';

/** What to show at the address of the page; undefined if the browser is on its way to the sign-in page. */
async function contentAt(
  { pathname, search }: Location,
  session: Session,
  services: () => ReactNode,
): Promise<ReactNode> {
  switch (pathname) {
    case '/signed-out':
      return <SignedOutPage />;
    case SIGN_IN_AGAIN:
      return void (await session.signIn(SIGNED_IN_AGAIN));
    case '/signed-in': {
      const returnTo = await session.completeSignIn(new URLSearchParams(search));
      if (returnTo === SIGNED_IN_AGAIN) return <SignedInAgainPage />;
      guardedHistory.navigate(returnTo, { replace: true });
      return services();
    }
    default:
      if (session.isSignedIn) return services();
      return void (await session.signIn(pathname + search));
  }
}

/** A rejected request stays rejected; one that failed on the way is worth another attempt. */
function isWorthRetrying(failures: number, error: unknown): boolean {
  const isTransient = error instanceof ApiError && (error.status === 0 || error.status === 429 || error.status >= 500);
  return isTransient && failures < 3;
}

/** An answer of the API is shown on the page. Anything else is a mistake in the console, which developers look for in the log. */
function logMistake(error: unknown): void {
  if (!(error instanceof ApiError || error instanceof PartMissing)) console.error(error);
}

async function start(): Promise<ReactNode> {
  try {
    const config = await readConfig();
    const session = new Session(config);
    const services = { api: createApi(config, session), session };
    const client = new QueryClient({
      defaultOptions: {
        queries: { retry: isWorthRetrying, networkMode: 'always', refetchOnReconnect: true },
        mutations: { networkMode: 'always' },
      },
    });
    return await contentAt(location, session, () => (
      <QueryClientProvider client={client}>
        <ServicesProvider services={services}>
          <App />
        </ServicesProvider>
      </QueryClientProvider>
    ));
  } catch (error) {
    return <SignInFailedPage reason={error instanceof Error ? error.message : String(error)} />;
  }
}

startAppearance();
const content = await start();
const root = document.getElementById('root');
if (root && content) {
  createRoot(root, { onCaughtError: logMistake }).render(
    <StrictMode>
      <I18nProvider locale="en" messages={[messages]}>
        {content}
      </I18nProvider>
    </StrictMode>,
  );
}
