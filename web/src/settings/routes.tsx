import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const FeaturesPage = lazyPage(() => import('./features-page.tsx'));

/** The pages of settings by address, each with the permission that it needs. */
export const SETTINGS_ROUTES = (
  <>
    <Route path="/settings/features">
      <Requires permission="settings.manage">
        <FeaturesPage />
      </Requires>
    </Route>
  </>
);
