import { Route } from 'wouter';
import { lazyPage } from '../shared/shell/part.ts';
import { Requires } from '../shared/shell/requires.tsx';

const SchedulePage = lazyPage(() => import('./schedule-page.tsx'));
const EditSchedulePage = lazyPage(() => import('./edit-schedule-page.tsx'));

/** The pages of schedules by address, each with the permission that it needs. */
export const SCHEDULE_ROUTES = (
  <>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/schedules/:scheduleId">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix}>
          <SchedulePage params={params} />
        </Requires>
      )}
    </Route>
    <Route path="/accounts/:accountPrefix/crm-tables/:prefix/schedules/:scheduleId/edit">
      {(params) => (
        <Requires permission="customers.import" feature="crm" account={params.accountPrefix} changes>
          <EditSchedulePage params={params} />
        </Requires>
      )}
    </Route>
  </>
);
