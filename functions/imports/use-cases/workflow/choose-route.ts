import type { RouteInput, RouteOutput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { type MarkPorts, markGeneration } from '../search-index/mark-generation.ts';
import { chooseRoute, type RoutePorts } from '../stages/choose-route.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Chooses bulk copy or differentiate; the output is the chunks of the sorted file. @throws ImportCancelled */
export async function chooseRouteStep(
  services: CoordinatorServices & RoutePorts & MarkPorts,
  input: RouteInput,
): Promise<RouteOutput> {
  const context = await openUncancelled(services.store, input);
  const { route, records, chunks, search } = await chooseRoute(services, context, input.cuts);
  const { plan } = context;
  const index = await markGeneration(services, input, { plan, search, inserts: records, updates: 0 });
  await reportStage(services, input, { stage: route, chunks: chunks.length, records });
  return { route, chunks: chunkNumbers(chunks.length), index };
}
