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

const nameOf = ({ label, code }: { readonly label: string; readonly code: string }): string => `${label} (${code})`;
const hasChanged = (name: string) => (field: ChangedField) =>
  field.properties.some(({ property }) => property === name);

function requiredFields({ fields, consequences }: FileChanges): readonly { readonly code: string; name: string }[] {
  const names = new Map([...fields.added, ...fields.changed].map((field) => [field.code, nameOf(field)]));
  return consequences.flatMap(({ code, field }) =>
    code === 'field.becomes-required' && field !== null ? [{ code: field, name: names.get(field) ?? field }] : [],
  );
}

/** How a definition finds the columns of a file; without a definition, by their headers alone. */
type Reading = Pick<ImportDefinition, 'mapping' | 'options'>;

const BY_HEADER: Reading = { mapping: [], options: {} };

/** As imports compare the cells of a header row. */
const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

const isNamed = (column: string | number, label: string): boolean =>
  typeof column === 'string' && folded(column) === folded(label);

/** Why files that are read so are affected. What a mapping does not name is taken to be absent from the files. */
function reasonsOf({ mapping, options }: Reading, changes: FileChanges): readonly string[] {
  const { removed, changed } = changes.fields;
  const columnOf = (code: string) => mapping.find(({ field }) => field === code)?.column;
  const reasons = (
    field: Pick<ChangedField, 'code' | 'label'>,
    mapped: (column: string, name: string) => string,
    byHeader: (name: string) => string,
  ): readonly string[] => {
    const column = columnOf(field.code);
    if (column !== undefined) return [mapped(String(column), nameOf(field))];
    return mapping.length === 0 ? [byHeader(nameOf(field))] : [];
  };
  const hasNoHeader = mapping.length > 0 || options.header === false;
  return [
    ...removed.flatMap((field) => reasons(field, DESIGNER.columnOfRemoved, DESIGNER.headerOfRemoved)),
    ...changed
      .filter(hasChanged('type'))
      .flatMap((field) => reasons(field, DESIGNER.columnOfRetyped, DESIGNER.headerOfRetyped)),
    ...changed.filter(hasChanged('label')).flatMap((field) => renamed({ mapping, options }, field)),
    ...requiredFields(changes)
      .filter(({ code }) => columnOf(code) === undefined)
      .map(({ name }) => (hasNoHeader ? DESIGNER.requiredWithoutColumn(name) : DESIGNER.requiredHeader(name))),
  ];
}

/** A label matters where a column is found by it: in the header row, or by an entry of the mapping with the former label. */
function renamed({ mapping, options }: Reading, field: ChangedField): readonly string[] {
  if (options.header === false) return [];
  const label = labelBefore(field);
  const entry = mapping.find((each) => each.field === field.code);
  if (entry) return isNamed(entry.column, label) ? [DESIGNER.renamedColumn(label, nameOf(field))] : [];
  const isIgnored = mapping.some(({ column }) => isNamed(column, label));
  return isIgnored ? [] : [DESIGNER.renamedHeader(nameOf(field))];
}

/** The label of a field in the published version. */
const labelBefore = ({ label, properties }: ChangedField): string =>
  String(properties.find(({ property }) => property === 'label')?.from ?? label);

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
  const ofDefinitions = definitions.map(({ definitionId: id, name, isDefault, ...reading }) => {
    const uses = ({ definition: used }: Schedule) => (used === undefined ? isDefault : used === id || used === name);
    return {
      id,
      name,
      reasons: reasonsOf(reading, changes),
      schedules: schedules.filter(uses).map((schedule) => schedule.name),
    };
  });
  const ofSchedules = schedules
    .filter(({ definition }) => definition === undefined && !hasDefault)
    .map(({ scheduleId, name }) => ({
      id: scheduleId,
      name: DESIGNER.scheduleAlone(name),
      reasons: reasonsOf(BY_HEADER, changes),
      schedules: [],
    }));
  return [...ofDefinitions, ...ofSchedules].filter(({ reasons }) => reasons.length > 0);
}

/** The import definitions that do not fit the draft any more, before the first publication. */
export function unfitDefinitions(definitions: readonly ImportDefinition[]): readonly AffectedImports[] {
  return definitions
    .filter(({ warnings }) => warnings.length > 0)
    .map(({ definitionId: id, name, warnings }) => ({
      ...{ id, name, schedules: [] },
      reasons: warnings.map(({ detail }) => detail),
    }));
}
