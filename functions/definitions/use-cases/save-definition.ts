import { type CurrentFields, type CurrentFieldsReader, requireFields } from '../../crm-tables/index.ts';
import { carryUnknown } from '../../shared/domain/carry-unknown.ts';
import type { Clock } from '../../shared/domain/clock.ts';
import { DomainError } from '../../shared/domain/errors.ts';
import type { Ids } from '../../shared/domain/ids.ts';
import type { RequestOrigin } from '../../shared/domain/origin.ts';
import {
  checkRevision,
  type ExpectedRevision,
  nextRevision,
  type Revised,
  staleRevision,
} from '../../shared/domain/revised.ts';
import type { Definition, DefinitionInput, DefinitionPath } from '../domain/definition.ts';
import { definitionViolations } from '../domain/fit-table.ts';
import { OptionChoicesSchema } from '../domain/import-options.ts';
import { ColumnMappingSchema } from '../domain/mapping.ts';
import type { DefinitionReader, DefinitionRejection, DefinitionRepository, FormerDefault } from '../ports.ts';
import { definitionEntry } from './definition-entry.ts';
import { getDefinition } from './get-definition.ts';

export interface SavePorts {
  readonly definitions: DefinitionRepository;
  readonly reader: Pick<DefinitionReader, 'findDefault'>;
  readonly tables: CurrentFieldsReader;
  readonly clock: Clock;
}

/** How often another definition may become the default meanwhile before the request fails. */
const DEFAULT_ATTEMPTS = 5;

/**
 * Saves a new definition; if it is the default, the former default ceases to be.
 * @throws DomainError `crm-table.not-found`, `definition.invalid`, `definition.name-taken`
 */
export async function createDefinition(
  ports: SavePorts & { readonly ids: Ids },
  tablePrefix: string,
  input: DefinitionInput,
  origin: RequestOrigin,
): Promise<Revised<Definition>> {
  const table = await fittingTable(ports, tablePrefix, input);
  const now = ports.clock.now().toISOString();
  const identity = { definitionId: ports.ids.newId(), prefix: tablePrefix, version: 1, createdAt: now };
  const created = { ...identity, ...input, ...savedFor(table), updatedAt: now };
  const entry = definitionEntry(origin, 'create', table, { after: created });
  await write(ports, undefined, created, (former) => ports.definitions.create(created, former, entry));
  return { value: created, revision: 1 };
}

/**
 * Saves a new version of a definition that still has this revision.
 * @throws DomainError as `createDefinition`, and `definition.not-found`, `if-match.stale`
 */
export async function updateDefinition(
  ports: SavePorts,
  path: DefinitionPath,
  input: DefinitionInput,
  revision: ExpectedRevision,
  origin: RequestOrigin,
): Promise<Revised<Definition>> {
  const table = await fittingTable(ports, path.prefix, input);
  const before = await getDefinition(ports, path);
  checkRevision(before, revision);
  const { draftFields: _, ...kept } = before.value;
  const changed = { ...kept, ...carryChoices(before.value, input), ...savedFor(table) };
  const after = { ...changed, version: before.revision + 1, updatedAt: ports.clock.now().toISOString() };
  const entry = definitionEntry(origin, 'update', table, { before: before.value, after });
  await write(ports, before.value, after, (former) => ports.definitions.replace(before, after, former, entry));
  return nextRevision(before, after);
}

/** The fields for which a definition is saved. A draft is replaced by the next one: the definition keeps what it knew of it. */
function savedFor({ version, fields }: CurrentFields): Pick<Definition, 'tableVersion' | 'draftFields'> {
  if (version > 0) return { tableVersion: version };
  const known = fields.map(({ code, label, type, required }) => ({ code, label, type, required }));
  return { tableVersion: version, draftFields: known };
}

/** The input, with the attributes that a newer release has stored in the options and columns that it replaces. */
function carryChoices(before: Definition, input: DefinitionInput): DefinitionInput {
  const columnOf = (column: string | number) => before.mapping.find((each) => each.column === column);
  return {
    ...input,
    options: carryUnknown(OptionChoicesSchema, before.options, input.options),
    mapping: input.mapping.map((each) => carryUnknown(ColumnMappingSchema, columnOf(each.column), each)),
  };
}

async function fittingTable({ tables }: SavePorts, tablePrefix: string, input: DefinitionInput) {
  const table = await requireFields({ tables }, tablePrefix);
  const violations = definitionViolations(input, table);
  if (violations.length === 0) return table;
  const message = `The definition does not fit CRM table ${tablePrefix}; see errors.`;
  throw new DomainError('invalid', 'definition.invalid', message, violations);
}

async function write(
  ports: SavePorts,
  before: Definition | undefined,
  after: Definition,
  put: (former: FormerDefault | undefined) => Promise<'written' | DefinitionRejection>,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await put(await formerDefault(ports, before, after));
    if (outcome === 'written') return;
    if (outcome !== 'default-changed') throw rejected(outcome);
    if (attempt === DEFAULT_ATTEMPTS) throw rejected('stale');
  }
}

/** The default definition that `after` replaces. */
async function formerDefault(
  { reader }: SavePorts,
  before: Definition | undefined,
  after: Definition,
): Promise<FormerDefault | undefined> {
  if (!after.isDefault || before?.isDefault) return undefined;
  const former = await reader.findDefault(after.prefix);
  if (!former) return undefined;
  const demoted = { ...former, isDefault: false, version: former.version + 1, updatedAt: after.updatedAt };
  return { before: { value: former, revision: former.version }, after: demoted };
}

function rejected(rejection: 'stale' | 'name-taken'): DomainError {
  if (rejection === 'stale') return staleRevision();
  const message = 'The CRM table already has an import definition with this name.';
  const code = 'definition.name-taken';
  return new DomainError('conflict', code, message, [{ pointer: '/name', code, detail: 'Choose another name.' }]);
}
