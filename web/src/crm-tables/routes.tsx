import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const NewCrmTablePage = lazyPage(() => import('./new-crm-table-page.tsx'));
const FromFilePage = lazyPage(() => import('./from-file/from-file-page.tsx'));
const CrmTablePage = lazyPage(() => import('./crm-table-page.tsx'));
const DesignerPage = lazyPage(() => import('./designer/designer-page.tsx'));
const CopyCrmTablePage = lazyPage(() => import('./copy-crm-table-page.tsx'));
const TryOutPage = lazyPage(() => import('./try-out/try-out-page.tsx'));
const PublishPage = lazyPage(() => import('./designer/publish-page.tsx'));
const VersionsPage = lazyPage(() => import('./designer/versions-page.tsx'));

/** The pages of CRM tables by address, each with the permission that it needs. */
export const CRM_TABLE_ROUTES = (
  <>
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
  </>
);
