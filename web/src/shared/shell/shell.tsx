import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { useMay } from '../../people/queries.ts';
import { follow, usePlace } from '../router/use-place.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { destinations } from './navigation.ts';
import { Notices } from './notices.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SHELL } from './text.ts';
import { TopBar } from './top-bar.tsx';
import { useOnline } from './use-online.ts';

/** Everything around a page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { path } = usePlace();
  const online = useOnline();
  const [navigationOpen, setNavigationOpen] = useState(() => innerWidth > 688);
  const offline = { id: 'offline', type: 'warning' as const, header: SHELL.offlineTitle, content: SHELL.offline };
  return (
    <>
      <TopBar onFind={() => {}} />
      <AppLayout
        headerSelector="#top-bar"
        toolsHide
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={<Navigation path={path} />}
        notifications={<Notices first={online ? [] : [offline]} />}
        stickyNotifications
        content={
          <QueryErrorResetBoundary>
            {({ reset }) => (
              <ErrorBoundary key={path} onRetry={reset}>
                <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
              </ErrorBoundary>
            )}
          </QueryErrorResetBoundary>
        }
      />
      <SessionEnded />
    </>
  );
}

function Navigation({ path }: { readonly path: string }) {
  const items = destinations(useMay());
  const active = items.find(({ href }) => path === href || path.startsWith(`${href}/`));
  return (
    <SideNavigation
      header={{ text: SHELL.navigation, href: '/' }}
      activeHref={active?.href ?? ''}
      items={items.map(({ text, href }) => ({ type: 'link', text, href }))}
      onFollow={follow}
    />
  );
}
