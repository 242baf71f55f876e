import type { Route } from '../../shared/http/route.ts';
import { type LifecycleServices, lifecycleRoutes } from './lifecycle.ts';
import { type ReadServices, readRoutes } from './read-routes.ts';
import { type UploadServices, uploadRoutes } from './upload-routes.ts';

export type ImportServices = LifecycleServices & ReadServices & UploadServices;

/** The routes of imports-api. */
export const importRoutes: readonly Route<ImportServices>[] = [...readRoutes, ...uploadRoutes, ...lifecycleRoutes];
