import { ofFeature } from '../shared/http/route.ts';
import type { CrmTableServices } from './routes/common.ts';
import { prefixRoutes } from './routes/prefix-routes.ts';
import { tableRoutes } from './routes/table-routes.ts';
import { versionRoutes } from './routes/version-routes.ts';

export const routes = ofFeature<CrmTableServices>('crm', [...tableRoutes, ...prefixRoutes, ...versionRoutes]);
