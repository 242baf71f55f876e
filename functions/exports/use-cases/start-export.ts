import { type PublishedTable, requirePublished } from '../../crm-tables/index.ts';
import { checkConditions, getFilter } from '../../filters/index.ts';
import { auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import { DomainError, type Violation } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import { type Export, executionName } from '../domain/export.ts';
import { type ExportOptions, ExportOptionsSchema } from '../domain/export-options.ts';
import { optionFaults, seenCodes } from '../domain/fit-options.ts';
import type { ExportPorts } from '../ports.ts';
import { getExportDefinition } from './export-definition-use-cases.ts';

export interface ExportRequest {
  readonly prefix: string;
  readonly exportDefinitionId?: string | undefined;
  readonly options?: ExportOptions | undefined;
  readonly fileName?: string | undefined;
  /** Of a run of a schedule: a repetition of the run has the same id. */
  readonly exportId?: string;
  readonly scheduleId?: string;
}

export type StartPorts = Omit<ExportPorts, 'addresses' | 'store' | 'scheduleUses'>;

function invalid(prefix: string, violations: readonly Violation[]): DomainError {
  return new DomainError(
    'invalid',
    'export.invalid',
    `The export does not fit CRM table ${prefix}; see errors.`,
    violations,
  );
}

async function changedSinceOf(
  { exports }: StartPorts,
  { prefix, exportDefinitionId }: ExportRequest,
  since: ExportOptions['since'],
) {
  if (since !== 'last-export') return since;
  if (exportDefinitionId === undefined)
    throw invalid(prefix, [
      {
        pointer: '/options/since',
        code: 'export.no-definition',
        detail: 'Only an export by an export definition has a last one. Give a time, or save a definition first.',
      },
    ]);
  return exports.lastOf({ prefix, exportDefinitionId });
}

/** Starts an export. @throws DomainError `crm-table.*`, `export.invalid`, `export-definition.not-found`, `filter.*` */
export async function startExport(ports: StartPorts, request: ExportRequest, origin: RequestOrigin): Promise<Export> {
  const { prefix, exportDefinitionId } = request;
  const table = await requirePublished(ports, prefix);
  const saved =
    exportDefinitionId === undefined
      ? undefined
      : (await getExportDefinition(ports, { prefix, exportDefinitionId }, origin.caller)).value;
  const given = request.options ?? saved?.options ?? ExportOptionsSchema.parse({});
  const seen = seenCodes(origin.caller, table);
  const faults = optionFaults(given, table, seen);
  if (faults.length > 0) throw invalid(prefix, faults);
  const conditions = await conditionsOf(ports, table, given.filterId, origin);
  const since = await changedSinceOf(ports, request, given.since);
  const createdAt = ports.clock.now().toISOString();
  const exportId = request.exportId ?? `${prefix}-${ports.ids.newId()}`;
  const created: Export = {
    ...{ exportId, prefix, accountPrefix: table.accountPrefix },
    fileName: request.fileName ?? fileNameOf(saved?.name ?? prefix, createdAt),
    options: { ...given, fields: [...(given.fields ?? seen)] },
    tableVersion: table.version,
    ...(conditions && { conditions }),
    ...(since !== undefined && { changedSince: since }),
    ...(given.kind === 'edits' && since === undefined && { changedSince: new Date(0).toISOString() }),
    ...(exportDefinitionId !== undefined && { exportDefinitionId }),
    ...(request.scheduleId !== undefined && { scheduleId: request.scheduleId }),
    ...{ requestedBy: origin.caller.userId, status: 'running', attempt: 1, createdAt },
  };
  const { conditions: _, ...audited } = created;
  const act = { kind: 'export', action: 'start', object: exportId, account: table.accountPrefix, table: prefix };
  await ports.exports.create(created, auditEntry(origin, { ...act, after: audited }));
  await startWorkflow(ports, created);
  return created;
}

async function conditionsOf(
  ports: StartPorts,
  table: PublishedTable,
  filterId: string | undefined,
  { caller }: RequestOrigin,
) {
  if (filterId === undefined) return undefined;
  const { value } = await getFilter(ports, { prefix: table.prefix, filterId }, caller);
  checkConditions(caller, table, value.all);
  return value.all;
}

/** A repetition has no effect: the name of the execution is that of the attempt. */
export function startWorkflow({ workflow }: Pick<ExportPorts, 'workflow'>, started: Export): Promise<void> {
  const { exportId, prefix, attempt } = started;
  return workflow.start(executionName(started), { exportId, prefix, attempt });
}

/** `VOUCIM 2026-12-01 0630.csv` */
function fileNameOf(name: string, createdAt: string): string {
  const plain = name.replace(/[^\p{L}\p{N} ._-]/gu, '_');
  return `${plain} ${createdAt.slice(0, 10)} ${createdAt.slice(11, 16).replace(':', '')}.csv`;
}
