import type { ImportDefinition } from '../../definitions/queries.ts';
import type { Schedule } from '../../schedules/queries.ts';
import type { Changes } from './queries.ts';
import { DESIGNER } from './text.ts';

/** An import definition for which a publication means something, and the schedules that use it. */
export interface AffectedDefinition {
  readonly id: string;
  readonly name: string;
  readonly reasons: readonly string[];
  readonly schedules: readonly string[];
}

const nameOf = ({ label, code }: { readonly label: string; readonly code: string }): string => `${label} (${code})`;

function reasonsFor({ mapping }: ImportDefinition, { fields, consequences }: Changes): readonly string[] {
  const feeds = (code: string) => mapping.find(({ field }) => field === code);
  const removed = fields.removed.flatMap((field) => {
    const column = feeds(field.code)?.column;
    return column === undefined ? [] : [DESIGNER.columnOfRemoved(String(column), nameOf(field))];
  });
  const retyped = fields.changed
    .filter(({ properties }) => properties.some(({ property }) => property === 'type'))
    .flatMap((field) => {
      const column = feeds(field.code)?.column;
      return column === undefined ? [] : [DESIGNER.columnOfRetyped(String(column), nameOf(field))];
    });
  const labels = new Map([...fields.added, ...fields.changed].map((field) => [field.code, nameOf(field)]));
  // A definition without a mapping finds the columns of a file by their headers.
  const required = consequences
    .filter(
      ({ code, field }) => code === 'field.becomes-required' && field !== null && mapping.length > 0 && !feeds(field),
    )
    .map(({ field }) => DESIGNER.requiredWithoutColumn(labels.get(field ?? '') ?? field ?? ''));
  const renamed = fields.changed
    .filter(({ properties }) => mapping.length === 0 && properties.some(({ property }) => property === 'label'))
    .map((field) => DESIGNER.renamedHeader(nameOf(field)));
  return [...removed, ...retyped, ...required, ...renamed];
}

/** The import definitions that a publication affects. A schedule names its definition by id or name, or uses the default. */
export function affectedDefinitions(
  changes: Changes,
  definitions: readonly ImportDefinition[],
  schedules: readonly Schedule[],
): readonly AffectedDefinition[] {
  return definitions.flatMap((definition) => {
    const reasons = reasonsFor(definition, changes);
    const { definitionId: id, name, isDefault } = definition;
    const uses = ({ definition: used }: Schedule) => (used === undefined ? isDefault : used === id || used === name);
    return reasons.length === 0
      ? []
      : [{ id, name, reasons, schedules: schedules.filter(uses).map((schedule) => schedule.name) }];
  });
}
