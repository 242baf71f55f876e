import type { RouteInput, RouteOutput } from '../../domain/workflow/payloads.ts';
import { reportStage } from '../lifecycle/report-stage.ts';
import { chooseRoute, type RoutePorts } from '../stages/choose-route.ts';
import { openUncancelled } from '../work/cancel-watch.ts';
import { chunkNumbers } from '../work/import-context.ts';
import type { CoordinatorServices } from './services.ts';

/** Chooses bulk copy or differentiate; the output is the chunks of the sorted file. @throws ImportCancelled */
export async function chooseRouteStep(
  services: CoordinatorServices & RoutePorts,
  input: RouteInput,
): Promise<RouteOutput> {
  const context = await openUncancelled(services.store, input);
  const { route, records, chunks } = await chooseRoute(services, context, input.cuts);
  await reportStage(services, input, { stage: route, chunks: chunks.length, records });
  return { route, chunks: chunkNumbers(chunks.length) };
}
