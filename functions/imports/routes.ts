import { ofFeature } from '../shared/http/route.ts';
import { type CorrectionServices, correctionRoutes } from './routes/correction-routes.ts';
import { type InboxServices, inboxRoutes } from './routes/inbox-routes.ts';
import { type LifecycleServices, lifecycleRoutes } from './routes/lifecycle.ts';
import { type ReadServices, readRoutes } from './routes/read-routes.ts';
import { type UploadServices, uploadRoutes } from './routes/upload-routes.ts';

export const routes = ofFeature<CorrectionServices & InboxServices & LifecycleServices & ReadServices & UploadServices>(
  'crm',
  [...readRoutes, ...uploadRoutes, ...inboxRoutes, ...lifecycleRoutes, ...correctionRoutes],
);
