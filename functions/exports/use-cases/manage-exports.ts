import { requirePublished } from '../../crm-tables/index.ts';
import { fieldsOf } from '../../filters/index.ts';
import { auditEntry } from '../../shared/domain/audit/audit-entry.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Page, PageRequest } from '../../shared/domain/page.ts';
import { nextRevision, type Revised } from '../../shared/domain/revised.ts';
import { type Export, executionName } from '../domain/export.ts';
import { exportCancelKey } from '../domain/export-keys.ts';
import type { ExportPorts } from '../ports.ts';
import { BROKEN_OFF } from './end-export.ts';
import { seesAll } from './export-definition-use-cases.ts';
import { startWorkflow } from './start-export.ts';

/** A file must not show, and a list not name, fields that are hidden from the reader. */
const codesOf = ({ options, conditions }: Export): readonly string[] => [
  ...(options.fields ?? []),
  ...(conditions ? fieldsOf(conditions) : []),
];

function notFound(exportId: string): DomainError {
  return new DomainError('not-found', 'export.not-found', `There is no export ${exportId}.`);
}

/** How often another request may change the record meanwhile. */
const ATTEMPTS = 5;

/**
 * An export, if the caller sees all of its fields. One whose workflow has ended without its last step is stored as failed.
 * @throws DomainError `export.not-found`
 */
export async function getExport(
  ports: ExportPorts,
  prefix: string,
  exportId: string,
  caller: Pick<Caller, 'grants'>,
): Promise<Revised<Export>> {
  const table = await requirePublished(ports, prefix);
  const found = await ports.exports.find(prefix, exportId);
  if (!found || !seesAll(caller, table, codesOf(found.value))) throw notFound(exportId);
  return followWorkflow(ports, found);
}

async function followWorkflow(ports: ExportPorts, found: Revised<Export>): Promise<Revised<Export>> {
  const { value } = found;
  if (value.status !== 'running') return found;
  const status = await ports.workflow.status(executionName(value));
  if (status === 'unknown') await startWorkflow(ports, value);
  if (status !== 'ended') return found;
  // The last step may have ended it between the two reads.
  const latest = await ports.exports.find(value.prefix, value.exportId);
  if (latest?.value.status !== 'running' || latest.value.attempt !== value.attempt) return latest ?? found;
  const after: Export = {
    ...latest.value,
    status: 'failed',
    endedAt: ports.clock.now().toISOString(),
    reason: BROKEN_OFF,
  };
  return (await ports.exports.replace(latest, after)) === 'written' ? nextRevision(latest, after) : found;
}

/** The exports of a CRM table whose fields the caller sees, the newest first. */
export async function listExports(
  ports: Pick<ExportPorts, 'exports' | 'tables'>,
  prefix: string,
  request: PageRequest,
  caller: Pick<Caller, 'grants'>,
): Promise<Page<Export>> {
  const table = await requirePublished(ports, prefix);
  const page = await ports.exports.list(prefix, request);
  return { ...page, items: page.items.filter((each) => seesAll(caller, table, codesOf(each))) };
}

type Change = (before: Export) => Export | undefined;

async function change(
  ports: ExportPorts,
  { prefix, exportId }: Pick<Export, 'prefix' | 'exportId'>,
  action: string,
  make: Change,
  origin: RequestOrigin,
): Promise<Export> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await getExport(ports, prefix, exportId, origin.caller);
    const after = make(before.value);
    if (!after) return before.value;
    const { accountPrefix: account } = after;
    const act = { kind: 'export', action, object: exportId, account, table: prefix };
    if ((await ports.exports.replace(before, after, auditEntry(origin, act))) === 'written') return after;
  }
  throw new DomainError('unavailable', 'export.busy', 'The export is being changed by others. Try again.');
}

/** Asks the workers of a running export to stop; the export of one that is over stays as it is. */
export async function cancelExport(
  ports: ExportPorts,
  named: Pick<Export, 'prefix' | 'exportId'>,
  origin: RequestOrigin,
): Promise<Export> {
  const at = ports.clock.now().toISOString();
  const requested = await change(
    ports,
    named,
    'cancel',
    (before) =>
      before.status !== 'running' || before.cancelRequestedAt !== undefined
        ? undefined
        : { ...before, cancelRequestedAt: at },
    origin,
  );
  if (requested.status === 'running') await ports.store.put(exportCancelKey(requested), '{}');
  return requested;
}

/**
 * Continues a failed export where it stopped, by the same plan.
 * @throws DomainError `export.not-failed`
 */
export async function resumeExport(
  ports: ExportPorts,
  named: Pick<Export, 'prefix' | 'exportId'>,
  origin: RequestOrigin,
): Promise<Export> {
  const resumed = await change(
    ports,
    named,
    'resume',
    ({ endedAt: _, reason: __, ...before }) => {
      if (before.status !== 'failed')
        throw new DomainError('conflict', 'export.not-failed', 'Only a failed export can be resumed.');
      return { ...before, status: 'running', attempt: before.attempt + 1 };
    },
    origin,
  );
  await startWorkflow(ports, resumed);
  return resumed;
}
