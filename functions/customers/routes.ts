import { ofFeature } from '../shared/http/route.ts';
import type { CustomerServices } from './routes/common.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { draftCheckRoutes } from './routes/draft-check-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { noteRoutes } from './routes/note-routes.ts';
import { searchIndexRoutes } from './routes/search-index-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';

export const routes = ofFeature<CustomerServices>('crm', [
  ...customerRoutes,
  ...historyRoutes,
  ...noteRoutes,
  ...searchRoutes,
  ...draftCheckRoutes,
  ...searchIndexRoutes,
]);
