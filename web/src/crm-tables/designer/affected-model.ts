import type { ImportDefinition } from '../../definitions/queries.ts';
import type { Schedule } from '../../schedules/queries.ts';
import type { Changes } from './queries.ts';
import { DESIGNER } from './text.ts';

/** The part of the changes that decides whether files still fit. */
export interface FileChanges {
  readonly fields: Pick<Changes['fields'], 'added' | 'removed' | 'changed'>;
  readonly consequences: Changes['consequences'];
}

/** An import definition, or a schedule without one, for which a publication means something. */
export interface AffectedImports {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly string[];
  /** The schedules that use the definition. */
  readonly schedules: readonly string[];
}

type ChangedField = Changes['fields']['changed'][number];
type Mapping = ImportDefinition['mapping'];

const nameOf = ({ label, code }: { readonly label: string; readonly code: string }): string => `${label} (${code})`;
const hasChanged = (name: string) => (field: ChangedField) =>
  field.properties.some(({ property }) => property === name);

function requiredFields({ fields, consequences }: FileChanges): readonly { readonly code: string; name: string }[] {
  const names = new Map([...fields.added, ...fields.changed].map((field) => [field.code, nameOf(field)]));
  return consequences.flatMap(({ code, field }) =>
    code === 'field.becomes-required' && field !== null ? [{ code: field, name: names.get(field) ?? field }] : [],
  );
}

/** Why files whose columns are named by a mapping are affected. */
function reasonsByMapping(mapping: Mapping, changes: FileChanges): readonly string[] {
  const { removed, changed } = changes.fields;
  const ofColumn = (code: string, reason: (column: string) => string) => {
    const column = mapping.find(({ field }) => field === code)?.column;
    return column === undefined ? [] : [reason(String(column))];
  };
  return [
    ...removed.flatMap((field) => ofColumn(field.code, (column) => DESIGNER.columnOfRemoved(column, nameOf(field)))),
    ...changed
      .filter(hasChanged('type'))
      .flatMap((field) => ofColumn(field.code, (column) => DESIGNER.columnOfRetyped(column, nameOf(field)))),
    ...requiredFields(changes)
      .filter(({ code }) => mapping.every(({ field }) => field !== code))
      .map(({ name }) => DESIGNER.requiredWithoutColumn(name)),
  ];
}

/** Why files whose columns are found by their headers may be affected. */
function reasonsByHeader(changes: FileChanges): readonly string[] {
  const { removed, changed } = changes.fields;
  return [
    ...removed.map((field) => DESIGNER.headerOfRemoved(nameOf(field))),
    ...changed.filter(hasChanged('type')).map((field) => DESIGNER.headerOfRetyped(nameOf(field))),
    ...changed.filter(hasChanged('label')).map((field) => DESIGNER.renamedHeader(nameOf(field))),
    ...requiredFields(changes).map(({ name }) => DESIGNER.requiredHeader(name)),
  ];
}

/**
 * The import definitions that a publication affects, and the schedules that use none. A schedule names its definition by
 * id or name, or uses the default; if there is no default, its files are read by their headers.
 */
export function affectedImports(
  changes: FileChanges,
  definitions: readonly ImportDefinition[],
  schedules: readonly Schedule[],
): readonly AffectedImports[] {
  const hasDefault = definitions.some(({ isDefault }) => isDefault);
  const ofDefinitions = definitions.map(({ definitionId: id, name, isDefault, mapping }) => {
    const uses = ({ definition: used }: Schedule) => (used === undefined ? isDefault : used === id || used === name);
    const reasons = mapping.length > 0 ? reasonsByMapping(mapping, changes) : reasonsByHeader(changes);
    return { id, name, reasons, schedules: schedules.filter(uses).map((schedule) => schedule.name) };
  });
  const ofSchedules = schedules
    .filter(({ definition }) => definition === undefined && !hasDefault)
    .map(({ scheduleId, name }) => ({
      id: scheduleId,
      name: DESIGNER.scheduleAlone(name),
      reasons: reasonsByHeader(changes),
      schedules: [],
    }));
  return [...ofDefinitions, ...ofSchedules].filter(({ reasons }) => reasons.length > 0);
}
