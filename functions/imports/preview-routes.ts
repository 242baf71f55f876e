import { ofFeature } from '../shared/http/route.ts';
import { previewRoutes } from './routes/preview-routes.ts';
import { proposalRoutes } from './routes/proposal-routes.ts';
import type { PreviewPorts } from './use-cases/preview/preview-import.ts';
import type { ProposalPorts } from './use-cases/preview/propose-table.ts';

/**
 * These routes read the beginning of a file and store nothing. They have a function of their own, because they alone need
 * the rules for files and fields, which are a third of its bundle.
 */
export const routes = ofFeature<PreviewPorts & ProposalPorts>('crm', [...previewRoutes, ...proposalRoutes]);
