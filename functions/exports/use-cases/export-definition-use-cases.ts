import { type PublishedTable, requirePublished } from '../../crm-tables/index.ts';
import type { Caller } from '../../shared/domain/caller.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import { fieldAccess } from '../../shared/domain/field-rules.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import type { Revised } from '../../shared/domain/revised.ts';
import { type EntityUseCases, entityUseCases } from '../../shared/use-cases/entity-use-cases.ts';
import {
  type ExportDefinition,
  type ExportDefinitionInput,
  type ExportDefinitionPath,
  exportDefinitionPath,
} from '../domain/export-definition.ts';
import { optionFaults, seenCodes } from '../domain/fit-options.ts';
import type { ExportPorts } from '../ports.ts';

type Ports = Pick<ExportPorts, 'exportDefinitions' | 'tables' | 'clock' | 'ids' | 'scheduleUses'>;

/** The account of the table is where the audit lists the acts. */
const ordinary = ({ accountPrefix }: Pick<PublishedTable, 'accountPrefix'>) =>
  entityUseCases({
    noun: 'export-definition',
    repository: ({ exportDefinitions }: Ports) => exportDefinitions,
    make: (
      input: ExportDefinitionInput & { updatedAt: string },
      { prefix }: Pick<ExportDefinitionPath, 'prefix'>,
      { ids },
    ) => ({
      prefix,
      exportDefinitionId: ids.newId(),
      ...input,
      createdAt: input.updatedAt,
    }),
    update: (before: ExportDefinition, change: ExportDefinitionInput & { updatedAt: string }) => ({
      ...before,
      ...change,
    }),
    idOf: exportDefinitionPath,
    audit: { account: () => accountPrefix, table: ({ prefix }) => prefix, personal: [] },
  });

const timed = ({ clock }: Ports, input: ExportDefinitionInput) => ({ ...input, updatedAt: clock.now().toISOString() });

/** Whether a caller may know a list of fields: none of them is hidden from the caller. */
export function seesAll(caller: Pick<Caller, 'grants'>, table: PublishedTable, codes: readonly string[]): boolean {
  const { isHidden } = fieldAccess(caller, 'customers.export', table);
  return !codes.some(isHidden);
}

/** The table that the definition fits. @throws DomainError `crm-table.*`, `export.invalid` */
async function tableOf(ports: Ports, prefix: string, { options }: ExportDefinitionInput, { caller }: RequestOrigin) {
  const table = await requirePublished(ports, prefix);
  const faults = optionFaults(options, table, seenCodes(caller, table));
  if (faults.length === 0) return table;
  throw new DomainError(
    'invalid',
    'export.invalid',
    `The export does not fit CRM table ${prefix}; see errors.`,
    faults,
  );
}

/** A definition with a hidden field does not exist for the caller. @throws DomainError `export-definition.not-found` */
export async function getExportDefinition(
  ports: Pick<Ports, 'exportDefinitions' | 'tables'>,
  path: ExportDefinitionPath,
  caller: Pick<Caller, 'grants'>,
): Promise<Revised<ExportDefinition>> {
  const table = await requirePublished(ports, path.prefix);
  const found = await ports.exportDefinitions.read(path);
  if (found && seesAll(caller, table, found.value.options.fields ?? [])) return found;
  const message = `There is no export definition ${path.exportDefinitionId}.`;
  throw new DomainError('not-found', 'export-definition.not-found', message);
}

/** @throws DomainError `export-definition.in-use` */
async function requireNoSchedule({ scheduleUses }: Ports, path: ExportDefinitionPath): Promise<void> {
  const names = await scheduleUses.of(path);
  if (names.length === 0) return;
  const message = `Schedules export by this definition: ${names.join(', ')}. Delete them first, or give them another definition.`;
  throw new DomainError('conflict', 'export-definition.in-use', message);
}

/** Whether there is a definition by which a caller may export. */
export async function mayExportBy(
  { exportDefinitions }: { readonly exportDefinitions: Pick<ExportPorts['exportDefinitions'], 'read'> },
  table: PublishedTable,
  path: ExportDefinitionPath,
  caller: Pick<Caller, 'grants'>,
): Promise<boolean> {
  const found = await exportDefinitions.read(path);
  return found !== undefined && seesAll(caller, table, found.value.options.fields ?? []);
}

export const exportDefinitionUseCases: EntityUseCases<
  Ports,
  ExportDefinition,
  Pick<ExportDefinitionPath, 'prefix'>,
  ExportDefinitionPath,
  ExportDefinitionInput,
  ExportDefinitionInput
> = {
  async list(ports, parent, request, origin) {
    const table = await requirePublished(ports, parent.prefix);
    const page = await ordinary(table).list(ports, parent, request, origin);
    const items = page.items.filter(({ value }) => seesAll(origin.caller, table, value.options.fields ?? []));
    return { ...page, items };
  },
  async create(ports, parent, input, origin) {
    const table = await tableOf(ports, parent.prefix, input, origin);
    return ordinary(table).create(ports, parent, timed(ports, input), origin);
  },
  get: (ports, path, { caller }) => getExportDefinition(ports, path, caller),
  async update(ports, path, input, revision, origin) {
    await getExportDefinition(ports, path, origin.caller);
    const table = await tableOf(ports, path.prefix, input, origin);
    return ordinary(table).update(ports, path, timed(ports, input), revision, origin);
  },
  async remove(ports, path, revision, origin) {
    await getExportDefinition(ports, path, origin.caller);
    await requireNoSchedule(ports, path);
    return ordinary(await requirePublished(ports, path.prefix)).remove(ports, path, revision, origin);
  },
};
