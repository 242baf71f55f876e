import type { components } from '../../shared/api/schema.ts';

export type Draft = components['schemas']['Draft'];
type DraftInput = components['schemas']['DraftInput'];
type Field = components['schemas']['Field'];
export type FieldType = Field['type'];
export type Flag = keyof Field['flags'];
export type Tab = Readonly<components['schemas']['Tab']>;

export const FIELD_TYPES: readonly FieldType[] = [
  'text',
  'number',
  'date',
  'time',
  'date-time',
  'yes-no',
  'list',
  'multi-list',
  'telephone',
  'email',
  'url',
  'currency',
  'notes',
];

/** In the order in which they are shown. */
export const FLAGS: readonly Flag[] = ['search', 'insert', 'modify', 'result'];

/** A field in the designer. The API assigns the code of a new field when the draft is saved. */
export interface DesignField extends Readonly<Omit<Field, 'code' | 'listValues' | 'flags'>> {
  /** Identifies the field on the page, also before it has a code. */
  readonly key: string;
  readonly code: string | undefined;
  readonly listValues: readonly string[];
  readonly flags: Readonly<Field['flags']>;
}

/** A draft in the designer. The fields of a tab follow each other, in the order of the tabs. */
export interface Design {
  readonly name: string;
  readonly defaultCountry: string;
  readonly tabs: readonly Tab[];
  /** Whether the notes of a customer open together with the record. */
  readonly autoPopNotes: boolean;
  readonly fields: readonly DesignField[];
}

export const MOST_TABS = 20;
const LAST_STANDARD = 20;
export const MOST_CUSTOM_FIELDS = 64;

export function isStandard(code: string | undefined): boolean {
  return code !== undefined && Number(code.slice(1)) <= LAST_STANDARD;
}

export function customFieldsOf({ fields }: Design): number {
  return fields.filter(({ code }) => !isStandard(code)).length;
}

export const fieldsOf = ({ fields }: Design, tab: string): readonly DesignField[] =>
  fields.filter((field) => field.tab === tab);

export const fieldOf = ({ fields }: Design, key: string | undefined): DesignField | undefined =>
  fields.find((field) => field.key === key);

/** The fields in the order of their tabs, so that forms, lists and files have the order that the designer shows. */
export function grouped(design: Design): Design {
  return { ...design, fields: design.tabs.flatMap(({ id }) => fieldsOf(design, id)) };
}

export function designOf({ name, defaultCountry, tabs, autoPopNotes = false, fields }: Draft): Design {
  const keyed = fields.map((field) => ({ ...field, key: field.code }));
  return grouped({ name, defaultCountry, tabs, autoPopNotes, fields: keyed });
}

export function inputOf({ name, defaultCountry, tabs, autoPopNotes, fields }: Design): DraftInput {
  return {
    name: name.trim(),
    defaultCountry,
    tabs: tabs.map(({ id, label }) => ({ id, label: label.trim() })),
    ...(autoPopNotes && { autoPopNotes }),
    fields: fields.map(({ key: _, code, label, listValues, ...field }) => ({
      ...field,
      ...(code !== undefined && { code }),
      label: label.trim(),
      listValues: [...listValues],
    })),
  };
}

/** Whether the API has stored this design. Codes that the API has assigned meanwhile make no difference. */
export function isStored(design: Design, stored: Draft): boolean {
  const expected = inputOf(designOf(stored));
  const { fields, ...rest } = inputOf(design);
  const completed = fields.map((field, index) => ({ ...field, code: field.code ?? expected.fields[index]?.code }));
  return sortedText({ ...rest, fields: completed }) === sortedText(expected);
}

/** JSON with the members of each object by name. */
function sortedText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** The codes of a saved design's fields, by key. */
export function assignedCodes(sent: Design, stored: Draft): ReadonlyMap<string, string> {
  return new Map(
    sent.fields.flatMap(({ key }, index) => {
      const code = stored.fields[index]?.code;
      return code === undefined ? [] : [[key, code] as const];
    }),
  );
}

/** The design with these codes for fields that have none. */
export function withCodes(design: Design, codes: ReadonlyMap<string, string>): Design {
  if (design.fields.every(({ key, code }) => code !== undefined || !codes.has(key))) return design;
  return { ...design, fields: design.fields.map((field) => ({ ...field, code: field.code ?? codes.get(field.key) })) };
}
