import type { Route } from '../shared/http/route.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { featureRoutes } from './routes/feature-routes.ts';
import { groupRoutes } from './routes/group-routes.ts';
import { meRoutes } from './routes/me-routes.ts';
import { rightsRoutes } from './routes/rights-routes.ts';
import { roleRoutes } from './routes/role-routes.ts';
import { signInRoutes } from './routes/sign-in-routes.ts';
import { userNameRoutes } from './routes/user-name-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { userStatusRoutes } from './routes/user-status-routes.ts';
import { viewRoutes } from './routes/view-routes.ts';
import type { PeopleServices } from './services.ts';

export const routes: readonly Route<PeopleServices>[] = [
  ...meRoutes,
  ...userRoutes,
  ...userNameRoutes,
  ...userStatusRoutes,
  ...signInRoutes,
  ...rightsRoutes,
  ...groupRoutes,
  ...roleRoutes,
  ...auditRoutes,
  ...featureRoutes,
  ...viewRoutes,
];
