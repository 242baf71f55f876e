import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const AuditPage = lazyPage(() => import('./audit-page.tsx'));

/** The pages of the audit by address, each with the permission that it needs. */
export const AUDIT_ROUTES = (
  <>
    <Route path="/audit">
      <Requires permission="audit.read">
        <AuditPage />
      </Requires>
    </Route>
  </>
);
