import { ofFeature, type Route } from '../shared/http/route.ts';
import { beginTable } from './routes/begun-reads.ts';
import type { CustomerServices } from './routes/common.ts';
import { customerRoutes } from './routes/customer-routes.ts';
import { draftCheckRoutes } from './routes/draft-check-routes.ts';
import { historyRoutes } from './routes/history-routes.ts';
import { noteRoutes } from './routes/note-routes.ts';
import { searchIndexRoutes } from './routes/search-index-routes.ts';
import { searchRoutes } from './routes/search-routes.ts';

const all: readonly Route<CustomerServices>[] = [
  ...customerRoutes,
  ...historyRoutes,
  ...noteRoutes,
  ...searchRoutes,
  ...draftCheckRoutes,
  ...searchIndexRoutes,
];

export const routes = ofFeature<CustomerServices>(
  'crm',
  // What a request waits for is mostly one read after the other: those of the path begin with that of the rights.
  all.map((route) => ({ ...route, begin: route.begin ?? beginTable })),
);
