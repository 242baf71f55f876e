import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import AccountsPage from './accounts/accounts-page.tsx';
import { SetupSwitch } from './accounts/setup-switch.tsx';
import { ImportNotices } from './imports/import-notices.tsx';
import { useLocation } from './shared/router/use-place.ts';
import { useIsOn, useMay } from './shared/session/me.ts';
import { ErrorBoundary } from './shared/shell/error-boundary.tsx';
import { NotFoundPage } from './shared/shell/message-pages.tsx';
import { startPage } from './shared/shell/navigation.ts';
import { PageSkeleton } from './shared/shell/page-skeleton.tsx';
import { lazyPage } from './shared/shell/part.ts';
import { Requires } from './shared/shell/requires.tsx';
import { Shell } from './shared/shell/shell.tsx';

const NewAccountPage = lazyPage(() => import('./accounts/new-account-page.tsx'));
const AccountPage = lazyPage(() => import('./accounts/account-page.tsx'));
const EditAccountPage = lazyPage(() => import('./accounts/edit-account-page.tsx'));
const NewCampaignPage = lazyPage(() => import('./campaigns/new-campaign-page.tsx'));
const CampaignPage = lazyPage(() => import('./campaigns/campaign-page.tsx'));
const EditCampaignPage = lazyPage(() => import('./campaigns/edit-campaign-page.tsx'));
const CrmTablePage = lazyPage(() => import('./crm-tables/crm-table-page.tsx'));
const NewCrmTablePage = lazyPage(() => import('./crm-tables/new-crm-table-page.tsx'));
const FromFilePage = lazyPage(() => import('./crm-tables/from-file/from-file-page.tsx'));
const CopyCrmTablePage = lazyPage(() => import('./crm-tables/copy-crm-table-page.tsx'));
const DesignerPage = lazyPage(() => import('./crm-tables/designer/designer-page.tsx'));
const TryOutPage = lazyPage(() => import('./crm-tables/try-out/try-out-page.tsx'));
const PublishPage = lazyPage(() => import('./crm-tables/designer/publish-page.tsx'));
const VersionsPage = lazyPage(() => import('./crm-tables/designer/versions-page.tsx'));

const DeskPage = lazyPage(() => import('./customers/desk/desk-page.tsx'));
const DefinitionPage = lazyPage(() => import('./definitions/definition-page.tsx'));
const EditDefinitionPage = lazyPage(() => import('./definitions/edit-definition-page.tsx'));
const EditSchedulePage = lazyPage(() => import('./schedules/edit-schedule-page.tsx'));
const SchedulePage = lazyPage(() => import('./schedules/schedule-page.tsx'));
const ImportsPage = lazyPage(() => import('./imports/list/imports-page.tsx'));
const NewImportPage = lazyPage(() => import('./imports/new-import-page.tsx'));
const CorrectPage = lazyPage(() => import('./imports/correct/correct-page.tsx'));
const ImportPage = lazyPage(() => import('./imports/page/import-page.tsx'));
const UsersPage = lazyPage(() => import('./users/users-page.tsx'));
const NewUserPage = lazyPage(() => import('./users/new-user-page.tsx'));
const UserPage = lazyPage(() => import('./users/user-page.tsx'));
const GrantsPage = lazyPage(() => import('./users/grants-page.tsx'));
const EditUserPage = lazyPage(() => import('./users/edit-user-page.tsx'));
const GroupsPage = lazyPage(() => import('./groups/groups-page.tsx'));
const NewGroupPage = lazyPage(() => import('./groups/new-group-page.tsx'));
const GroupPage = lazyPage(() => import('./groups/group-page.tsx'));
const EditGroupPage = lazyPage(() => import('./groups/edit-group-page.tsx'));
const RolesPage = lazyPage(() => import('./roles/roles-page.tsx'));
const NewRolePage = lazyPage(() => import('./roles/new-role-page.tsx'));
const RolePage = lazyPage(() => import('./roles/role-page.tsx'));
const EditRolePage = lazyPage(() => import('./roles/edit-role-page.tsx'));
const RulesPage = lazyPage(() => import('./roles/rules-page.tsx'));
const FeaturesPage = lazyPage(() => import('./settings/features-page.tsx'));
const AuditPage = lazyPage(() => import('./audit/audit-page.tsx'));

/** What the palette finds is loaded with the palette: the first page does not need it. */
const loadPaletteSources = async () => (await import('./palette-sources.ts')).PALETTE_SOURCES;

/** The pages by address, each with the permission that it needs. The first that matches is shown. */
function Pages() {
  const may = useMay();
  const isOn = useIsOn();
  const maySee = may('setup.read');
  return (
    <Router hook={useLocation}>
      <Shell switcher={maySee && <SetupSwitch />} loadSources={loadPaletteSources}>
        <ImportNotices />
        <Switch>
          <Route path="/">
            <Redirect to={startPage(may, isOn('crm'))} replace />
          </Route>
          <Route path="/desk/*?">
            <Requires permission="customers.search" feature="crm">
              <DeskPage />
            </Requires>
          </Route>
          <Route path="/accounts">
            <Requires permission="setup.read">
              <AccountsPage />
            </Requires>
          </Route>
          <Route path="/accounts/new">
            <Requires permission="accounts.manage">
              <NewAccountPage />
            </Requires>
          </Route>
          <Route path="/accounts/:accountPrefix">
            {(params) => (
              <Requires permission="setup.read">
                <AccountPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/edit">
            {(params) => (
              <Requires permission="accounts.manage">
                <EditAccountPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/campaigns/new">
            {(params) => (
              <Requires permission="campaigns.manage">
                <NewCampaignPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/campaigns/:campaignId">
            {(params) => (
              <Requires permission="setup.read">
                <CampaignPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/campaigns/:campaignId/edit">
            {(params) => (
              <Requires permission="campaigns.manage">
                <EditCampaignPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/new-crm-table">
            {(params) => (
              <Requires permission="crm-tables.design" feature="crm" account={params.accountPrefix}>
                <NewCrmTablePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/new-crm-table/from-file">
            {(params) => (
              <Requires permission="crm-tables.design" feature="crm" account={params.accountPrefix}>
                <FromFilePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix">
            {(params) => (
              <Requires permission="setup.read" feature="crm" account={params.accountPrefix}>
                <CrmTablePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/design">
            {(params) => (
              <Requires permission="crm-tables.design" feature="crm" account={params.accountPrefix}>
                <DesignerPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/copy">
            {(params) => (
              <Requires permission="crm-tables.design" feature="crm" account={params.accountPrefix}>
                <CopyCrmTablePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/try-out">
            {(params) => (
              <Requires permission="crm-tables.design" feature="crm" account={params.accountPrefix}>
                <TryOutPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/publish">
            {(params) => (
              <Requires permission="crm-tables.publish" feature="crm" account={params.accountPrefix}>
                <PublishPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/versions">
            {(params) => (
              <Requires permission="setup.read" feature="crm" account={params.accountPrefix}>
                <VersionsPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/definitions/:definitionId">
            {(params) => (
              <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
                <DefinitionPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/definitions/:definitionId/edit">
            {(params) => (
              <Requires permission="customers.import">
                <EditDefinitionPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/schedules/:scheduleId">
            {(params) => (
              <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
                <SchedulePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/accounts/:accountPrefix/crm-tables/:prefix/schedules/:scheduleId/edit">
            {(params) => (
              <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
                <EditSchedulePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/imports">
            <Requires permission="customers.import" feature="crm">
              <ImportsPage />
            </Requires>
          </Route>
          <Route path="/imports/new">
            <Requires permission="customers.import" feature="crm">
              <NewImportPage params={{}} />
            </Requires>
          </Route>
          <Route path="/accounts/:accountPrefix/imports/new">
            {(params) => (
              <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
                <NewImportPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/imports/:importId/correct">
            {(params) => (
              <Requires permission="customers.import" feature="crm">
                <CorrectPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/imports/:importId">
            {(params) => (
              <Requires permission="customers.import" feature="crm">
                <ImportPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/users">
            <Requires permission="users.manage">
              <UsersPage />
            </Requires>
          </Route>
          <Route path="/users/new">
            <Requires permission="users.manage">
              <NewUserPage />
            </Requires>
          </Route>
          <Route path="/users/:userId">
            {(params) => (
              <Requires permission="users.manage">
                <UserPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/users/:userId/roles">
            {(params) => (
              <Requires permission="users.manage">
                <GrantsPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/users/:userId/edit">
            {(params) => (
              <Requires permission="users.manage">
                <EditUserPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/groups">
            <Requires permission="users.manage">
              <GroupsPage />
            </Requires>
          </Route>
          <Route path="/groups/new">
            <Requires permission="users.manage">
              <NewGroupPage />
            </Requires>
          </Route>
          <Route path="/groups/:groupId">
            {(params) => (
              <Requires permission="users.manage">
                <GroupPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/groups/:groupId/edit">
            {(params) => (
              <Requires permission="users.manage">
                <EditGroupPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/roles">
            <Requires permission="users.manage">
              <RolesPage />
            </Requires>
          </Route>
          <Route path="/roles/new">
            <Requires permission="users.manage">
              <NewRolePage />
            </Requires>
          </Route>
          <Route path="/roles/:roleId">
            {(params) => (
              <Requires permission="users.manage">
                <RolePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/roles/:roleId/edit">
            {(params) => (
              <Requires permission="users.manage">
                <EditRolePage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/roles/:roleId/fields">
            {(params) => (
              <Requires permission="users.manage">
                <RulesPage params={params} />
              </Requires>
            )}
          </Route>
          <Route path="/audit">
            <Requires permission="audit.read">
              <AuditPage />
            </Requires>
          </Route>
          <Route path="/settings/features">
            <Requires permission="settings.manage">
              <FeaturesPage />
            </Requires>
          </Route>
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
