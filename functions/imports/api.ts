import { createApi } from '../shared/http/create-api.ts';
import { importsApiContainer } from './container.ts';
import { importRoutes } from './routes/import-routes.ts';

export const handler = createApi(importRoutes, importsApiContainer());
