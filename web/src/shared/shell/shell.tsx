import './shell.css';
import AppLayout from '@cloudscape-design/components/app-layout';
import SideNavigation from '@cloudscape-design/components/side-navigation';
import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import type { PaletteSource } from '../palette/source.ts';
import { usePalette } from '../palette/use-palette.ts';
import { follow, usePlace } from '../router/use-place.ts';
import { useIsShown, useIsViewing } from '../session/me.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { CONTENT_ID, focusPage } from './focus-page.ts';
import { type Destination, destinations, palettePages } from './navigation.ts';
import { Notices } from './notices.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { SessionEnded } from './session-ended.tsx';
import { SHELL } from './text.ts';
import { TopBar } from './top-bar.tsx';
import { useOnline } from './use-online.ts';

/** Below this width the navigation covers the page, and is closed at first. */
const phone = matchMedia('(max-width: 688px)');

/** Everything around a page. */
export function Shell({
  switcher,
  loadSources,
  children,
}: {
  /** Above the navigation: goes to another account or CRM table. */
  readonly switcher: ReactNode;
  readonly loadSources: () => Promise<readonly PaletteSource[]>;
  readonly children: ReactNode;
}) {
  const { path } = usePlace();
  const isShown = useIsShown();
  const isViewing = useIsViewing();
  const online = useOnline();
  const pages = destinations(isShown);
  const [navigationOpen, setNavigationOpen] = useState(() => !phone.matches);
  const [palette, openPalette, closePalette] = usePalette(loadSources);
  useShortcut('k', openPalette);
  useEffect(() => {
    const turned = () => setNavigationOpen(!phone.matches);
    phone.addEventListener('change', turned);
    return () => phone.removeEventListener('change', turned);
  }, []);
  const offline = { id: 'offline', type: 'warning' as const, header: SHELL.offlineTitle, content: SHELL.offline };
  return (
    <>
      <TopBar onFind={openPalette} />
      <AppLayout
        headerSelector="#top-bar"
        toolsHide
        navigationOpen={navigationOpen}
        onNavigationChange={({ detail }) => setNavigationOpen(detail.open)}
        navigation={<Navigation path={path} pages={pages} switcher={switcher} />}
        notifications={<Notices first={online ? [] : [offline]} />}
        stickyNotifications
        content={
          <Content path={path}>
            <QueryErrorResetBoundary>
              {({ reset }) => (
                <ErrorBoundary key={path} onRetry={reset} online={online}>
                  <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
                </ErrorBoundary>
              )}
            </QueryErrorResetBoundary>
          </Content>
        }
      />
      {palette && (
        <palette.Palette
          pages={palettePages(isShown, isViewing)}
          sources={palette.sources.filter(isShown)}
          onClose={closePalette}
        />
      )}
      <SessionEnded />
    </>
  );
}

/** The page. It gets the focus when the link that led to it is gone, so that the keyboard goes on at the page. */
function Content({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  useEffect(() => {
    if (path !== '' && document.activeElement === document.body) focusPage();
  }, [path]);
  return (
    <div id={CONTENT_ID} tabIndex={-1}>
      {children}
    </div>
  );
}

function Navigation({
  path,
  pages,
  switcher,
}: {
  readonly path: string;
  readonly pages: readonly Destination[];
  readonly switcher: ReactNode;
}) {
  const active = pages.find(({ href }) => path === href || path.startsWith(`${href}/`));
  return (
    <SideNavigation
      activeHref={active?.href ?? ''}
      itemsControl={switcher}
      items={pages.map(({ text, href }) => ({ type: 'link', text, href }))}
      onFollow={follow}
    />
  );
}

/** Calls `action` on Ctrl and the key, or Command and the key. */
function useShortcut(key: string, action: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      action();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  });
}
