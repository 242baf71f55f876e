import type { Route } from '../shared/http/route.ts';
import { fileRoutes } from './routes/file-routes.ts';
import { type ImportServices, importRoutes } from './routes/import-routes.ts';
import type { PreviewPorts } from './use-cases/preview/preview-import.ts';
import type { ProposalPorts } from './use-cases/preview/propose-table.ts';

/** The routes of both functions. Each function loads its own alone: `fileRoutes` need all rules for files and fields. */
export const routes: readonly Route<ImportServices & PreviewPorts & ProposalPorts>[] = [...importRoutes, ...fileRoutes];
