import { readRoutes } from './routes/read-routes.ts';

/** Every route of imports, by what it is about. */
export const routes = [...readRoutes];
