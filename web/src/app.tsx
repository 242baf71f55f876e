import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { ACCOUNT_ROUTES } from './accounts/routes.tsx';
import { SetupSwitch } from './accounts/setup-switch.tsx';
import { AUDIT_ROUTES } from './audit/routes.tsx';
import { CAMPAIGN_ROUTES } from './campaigns/routes.tsx';
import { CRM_TABLE_ROUTES } from './crm-tables/routes.tsx';
import { CUSTOMER_ROUTES } from './customers/routes.tsx';
import { DEFINITION_ROUTES } from './definitions/routes.tsx';
import { EXPORT_ROUTES } from './exports/routes.tsx';
import { FILTER_ROUTES } from './filters/routes.tsx';
import { GROUP_ROUTES } from './groups/routes.tsx';
import { ImportNotices } from './imports/import-notices.tsx';
import { IMPORT_ROUTES } from './imports/routes.tsx';
import { MAINTENANCE_ROUTES } from './maintenance/routes.tsx';
import { ROLE_ROUTES } from './roles/routes.tsx';
import { SCHEDULE_ROUTES } from './schedules/routes.tsx';
import { SETTINGS_ROUTES } from './settings/routes.tsx';
import { useLocation } from './shared/router/use-place.ts';
import { useIsShown } from './shared/session/me.ts';
import { ErrorBoundary } from './shared/shell/error-boundary.tsx';
import { NotFoundPage } from './shared/shell/message-pages.tsx';
import { startPage } from './shared/shell/navigation.ts';
import { PageSkeleton } from './shared/shell/page-skeleton.tsx';
import { Shell } from './shared/shell/shell.tsx';
import { USER_ROUTES } from './users/routes.tsx';
import { VIEW_AS_ROUTES } from './view-as/routes.tsx';

/** What the palette finds is loaded with the palette: the first page does not need it. */
const loadPaletteSources = async () => (await import('./palette-sources.ts')).PALETTE_SOURCES;

/** The pages by address. The first that matches is shown. */
function Pages() {
  const isShown = useIsShown();
  const maySee = isShown({ permission: 'setup.read' });
  return (
    <Router hook={useLocation}>
      <Shell switcher={maySee && <SetupSwitch />} loadSources={loadPaletteSources}>
        <ImportNotices />
        <Switch>
          <Route path="/">
            <Redirect to={startPage(isShown)} replace />
          </Route>
          {CUSTOMER_ROUTES}
          {ACCOUNT_ROUTES}
          {CAMPAIGN_ROUTES}
          {CRM_TABLE_ROUTES}
          {DEFINITION_ROUTES}
          {EXPORT_ROUTES}
          {FILTER_ROUTES}
          {SCHEDULE_ROUTES}
          {IMPORT_ROUTES}
          {MAINTENANCE_ROUTES}
          {USER_ROUTES}
          {GROUP_ROUTES}
          {ROLE_ROUTES}
          {AUDIT_ROUTES}
          {SETTINGS_ROUTES}
          {VIEW_AS_ROUTES}
          <Route component={NotFoundPage} />
        </Switch>
      </Shell>
    </Router>
  );
}

/** The console for a signed-in user. */
export function App() {
  const { reset } = useQueryErrorResetBoundary();
  return (
    <ErrorBoundary onRetry={reset}>
      <Suspense fallback={<PageSkeleton />}>
        <Pages />
      </Suspense>
    </ErrorBoundary>
  );
}
