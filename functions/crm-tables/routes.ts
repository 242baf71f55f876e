import type { Route } from '../shared/http/route.ts';
import type { CrmTableServices } from './routes/common.ts';
import { prefixRoutes } from './routes/prefix-routes.ts';
import { tableRoutes } from './routes/table-routes.ts';
import { versionRoutes } from './routes/version-routes.ts';

export const routes: readonly Route<CrmTableServices>[] = [...tableRoutes, ...prefixRoutes, ...versionRoutes];
