import type { ExportInput } from '../../functions/exports/domain/export.ts';
import { endExport } from '../../functions/exports/use-cases/end-export.ts';
import { joinFragments } from '../../functions/exports/use-cases/join-fragments.ts';
import { planExport } from '../../functions/exports/use-cases/open-export.ts';
import { readShard, type ShardSettings } from '../../functions/exports/use-cases/read-shard.ts';
import type { Workflow } from '../../functions/shared/domain/workflow.ts';
import { runExportDefinition } from './run-definition.ts';
import type { WholeApi } from './whole-api.ts';

/** Records started executions; the test runs them. */
export class StartedExports implements Workflow {
  readonly started = new Map<string, ExportInput>();
  readonly ended = new Set<string>();

  async start(name: string, input: object): Promise<void> {
    if (!this.started.has(name)) this.started.set(name, input as ExportInput);
  }

  async status(name: string) {
    if (!this.started.has(name)) return 'unknown' as const;
    return this.ended.has(name) ? ('ended' as const) : ('running' as const);
  }
}

type Ports = WholeApi['exporting'];
type ShardInput = ExportInput & { readonly chunk: number };

/** Runs the workflow of every export that has started and not ended. @param settings to stop after few rows */
export async function runExports(ports: Ports, settings?: ShardSettings): Promise<void> {
  const { started, ended } = ports.workflow;
  for (const [name, input] of started) {
    if (ended.has(name)) continue;
    await runExportDefinition(input, async (step, event) => {
      switch (step) {
        case 'PlanExport': {
          const { table } = await planExport(ports, event as ExportInput);
          return { shards: Array.from({ length: table.shardCount }, (_, shard) => shard) };
        }
        case 'ReadExport':
          return readShard(ports, event as ShardInput, settings);
        case 'JoinExport':
          return joinFragments(ports, event as ExportInput);
        default:
          return endExport(ports, event as ExportInput, 'cancelled' in (event as object) ? 'cancelled' : 'completed');
      }
    });
    ended.add(name);
  }
}
