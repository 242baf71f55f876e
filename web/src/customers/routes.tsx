import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const DeskPage = lazyPage(() => import('./desk/desk-page.tsx'));

/** The pages of customers by address, each with the permission that it needs. */
export const CUSTOMER_ROUTES = (
  <>
    <Route path="/desk/*?">
      <Requires permission="customers.search">
        <DeskPage />
      </Requires>
    </Route>
  </>
);
