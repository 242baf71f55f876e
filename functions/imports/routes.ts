import type { Route } from '../shared/http/route.ts';
import { readRoutes } from './routes/read-routes.ts';
import { type UploadServices, uploadRoutes } from './routes/upload-routes.ts';
import type { ReadPorts } from './use-cases/read-import.ts';

/** What the routes need, all of them together. */
export type ImportServices = ReadPorts & UploadServices;

/** Every route of imports, by what it is about. */
export const routes: readonly Route<ImportServices>[] = [...readRoutes, ...uploadRoutes];
