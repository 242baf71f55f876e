import { readRoutes } from './routes/read-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';

/** Every route of imports, by what it is about. */
export const routes = [...readRoutes, ...uploadRoutes];
