import type { Route } from '../../shared/http/route.ts';
import type { PreviewPorts } from '../use-cases/preview/preview-import.ts';
import type { ProposalPorts } from '../use-cases/preview/propose-table.ts';
import { previewRoutes } from './preview-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';

/** The routes of imports-preview-api: they read the beginning of a file and store nothing. */
export const fileRoutes: readonly Route<PreviewPorts & ProposalPorts>[] = [...previewRoutes, ...proposalRoutes];
