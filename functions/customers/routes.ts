import { ofFeature } from '../shared/http/route.ts';
import type { CustomerServices } from './routes/common.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';

export const routes = ofFeature<CustomerServices>('crm', [...customerRoutes, ...historyRoutes, ...searchRoutes]);
