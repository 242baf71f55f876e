import type { Route } from '../shared/http/route.ts';
import { type LifecycleServices, lifecycleRoutes } from './routes/lifecycle.ts';
import { previewRoutes } from './routes/preview-routes.ts';
import { proposalRoutes } from './routes/proposal-routes.ts';
import { type ReadServices, readRoutes } from './routes/read-routes.ts';
import { type UploadServices, uploadRoutes } from './routes/upload-routes.ts';
import type { PreviewPorts } from './use-cases/preview/preview-import.ts';
import type { ProposalPorts } from './use-cases/preview/propose-table.ts';

export const routes: readonly Route<
  LifecycleServices & ReadServices & UploadServices & PreviewPorts & ProposalPorts
>[] = [...readRoutes, ...uploadRoutes, ...previewRoutes, ...proposalRoutes, ...lifecycleRoutes];
