import { TYPES } from '../text.ts';
import { choicesText } from './choices-model.ts';
import type { Difference } from './compare-model.ts';
import { FIELD_TYPES } from './draft-model.ts';
import type { Changes } from './queries.ts';
import { DESIGNER } from './text.ts';

type PropertyChange = Changes['properties'][number];

const NAMES: Readonly<Record<string, string>> = {
  name: DESIGNER.name,
  defaultCountry: DESIGNER.country,
  autoPopNotes: DESIGNER.autoPopNotes,
  label: DESIGNER.property.label,
  type: DESIGNER.property.type,
  maxLength: DESIGNER.property.maxLength,
  required: DESIGNER.property.required,
  strict: DESIGNER.property.strict,
  tab: DESIGNER.property.tab,
  'flags.search': DESIGNER.columns.search,
  'flags.insert': DESIGNER.columns.insert,
  'flags.modify': DESIGNER.columns.modify,
  'flags.result': DESIGNER.columns.result,
};

function shown(value: PropertyChange['from']): string {
  if (typeof value === 'boolean') return value ? DESIGNER.yes : DESIGNER.no;
  const type = FIELD_TYPES.find((known) => known === value);
  return type ? TYPES[type] : String(value);
}

export const propertyText = ({ property, from, to }: PropertyChange): string =>
  DESIGNER.fromTo(NAMES[property] ?? property, shown(from), shown(to));

const fieldName = ({ label, code }: { readonly label: string; readonly code: string }) => `${label} (${code})`;
const tabName = ({ label }: { readonly label: string }) => DESIGNER.tabNamed(label);

/** The changes that a publication makes, in words. */
export function differencesOf({ properties, fields, tabs }: Changes): readonly Difference[] {
  const places = ({ from, to }: { readonly from: number; readonly to: number }) => [DESIGNER.fromToPlace(from, to)];
  const own = properties.map(propertyText);
  return [
    ...(own.length === 0 ? [] : [{ kind: 'changed' as const, what: DESIGNER.settings, details: own }]),
    ...tabs.added.map((tab) => ({ kind: 'added' as const, what: tabName(tab), details: [] })),
    ...tabs.removed.map((tab) => ({ kind: 'removed' as const, what: tabName(tab), details: [] })),
    ...tabs.renamed.map(({ from, to }) => ({ kind: 'changed' as const, what: DESIGNER.tabNamed(from), details: [to] })),
    ...tabs.moved.map((tab) => ({ kind: 'moved' as const, what: tabName(tab), details: places(tab) })),
    ...fields.added.map((field) => ({ kind: 'added' as const, what: fieldName(field), details: [] })),
    ...fields.removed.map((field) => ({ kind: 'removed' as const, what: fieldName(field), details: [] })),
    ...fields.changed.map((field) => ({
      kind: 'changed' as const,
      what: fieldName(field),
      details: [...field.properties.map(propertyText), ...(field.listValues ? choicesText(field.listValues) : [])],
    })),
    ...fields.moved.map((field) => ({ kind: 'moved' as const, what: fieldName(field), details: places(field) })),
  ];
}
