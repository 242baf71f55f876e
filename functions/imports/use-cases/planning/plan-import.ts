import type { Clock } from '../../../shared/domain/clock.ts';
import { DomainError } from '../../../shared/domain/errors.ts';
import { readOrMake } from '../../../shared/use-cases/work-objects.ts';
import type { Import } from '../../domain/import.ts';
import { workKeys } from '../../domain/import-keys.ts';
import { layoutWarnings } from '../../domain/layout/layout-warnings.ts';
import type { WorkflowInput } from '../../domain/lifecycle/workflow-input.ts';
import type { ImportLimits } from '../../domain/limits.ts';
import { type AcceptedPlan, type Plan, PlanSchema } from '../../domain/plan.ts';
import { findIgnoredColumns } from '../../domain/preview/find-ignored-columns.ts';
import type { ImportRepository } from '../../ports.ts';
import { type InspectedSource, type InspectPorts, inspectSource } from './inspect-source.ts';

export interface PlanPorts extends InspectPorts {
  readonly imports: Pick<ImportRepository, 'find'>;
  readonly clock: Clock;
}

/** Decides what the import does, once: a later attempt reads the plan of the first. */
export async function planImport(ports: PlanPorts, { importId, prefix }: WorkflowInput): Promise<Plan> {
  return readOrMake(ports.store, workKeys(prefix, importId).plan, PlanSchema, async (): Promise<Plan> => {
    const found = await ports.imports.find(importId);
    if (!found) throw new Error(`Import ${importId} is not recorded`);
    const startedAt = found.startedAt ?? ports.clock.now().toISOString();
    const planned = { importId, prefix, fileName: found.fileName, startedAt };
    try {
      return { ...planned, accepted: true, ...decidePlan(found, await inspectSource(ports, found), ports.limits) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { ...planned, accepted: false, rejection: { code: error.code, reason: error.message } };
    }
  });
}

type PlanDecisions = Omit<AcceptedPlan, 'importId' | 'prefix' | 'fileName' | 'startedAt' | 'accepted'>;

/** The decisions of the plan about an inspected file. */
export function decidePlan(found: Import, inspected: InspectedSource, limits: ImportLimits): PlanDecisions {
  const { object, head, options, definition, definitionWarnings, layout, table } = inspected;
  const { ignored, warnings: columnWarnings } = findIgnoredColumns(inspected);
  const warnings = [...layoutWarnings(head, layout, table), ...columnWarnings];
  const { encoding, compression, delimiter, header, skipLines, ...planOptions } = options;
  return {
    source: { ...found.source, etag: object.etag, size: object.size },
    options: planOptions,
    ...(definition && {
      definition: {
        definitionId: definition.definitionId,
        name: definition.name,
        version: definition.version,
        warnings: definitionWarnings.map(({ detail }) => detail),
      },
    }),
    layout,
    ...(ignored.length > 0 && { ignoredColumns: ignored }),
    table,
    limits,
    ...(warnings.length > 0 && { warnings }),
  };
}
