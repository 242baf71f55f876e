import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import { type Design, type DesignField, type FieldType, type Flag, grouped, type Tab } from './draft-model.ts';

/** The types that have the Search flag. */
export const SEARCHABLE_TYPES: readonly FieldType[] = ['text', 'telephone', 'email', 'number', 'date'];
const LONGEST_TEXT = 100;

export const isList = (type: FieldType): boolean => type === 'list' || type === 'multi-list';
export const canBeStrict = (type: FieldType): boolean => type === 'telephone' || type === 'email';
export const isUnseen = ({ flags }: DesignField): boolean => Object.values(flags).every((flag) => !flag);

/** Longest values that suit a type, for new fields. */
const USUAL_LENGTHS: Readonly<Partial<Record<FieldType, number>>> = {
  number: 20,
  date: 10,
  time: 8,
  'date-time': 25,
  'yes-no': 5,
  telephone: 50,
  email: 254,
  url: 2000,
  currency: 20,
  notes: 4000,
};
const usualLength = (type: FieldType): number => USUAL_LENGTHS[type] ?? LONGEST_TEXT;

/** A new field: agents see it, since a field without flags is of no use to them. */
export function newField(key: string, tab: string): DesignField {
  return {
    key,
    code: undefined,
    label: '',
    type: 'text',
    maxLength: LONGEST_TEXT,
    required: false,
    listValues: [],
    strict: false,
    flags: { search: false, insert: true, modify: true, result: false },
    tab,
  };
}

/** @param after the key of the field before it; at the end of its tab if there is none */
export function addFields(design: Design, added: readonly DesignField[], after?: string): Design {
  const index = design.fields.findIndex(({ key }) => key === after);
  const at = index < 0 ? design.fields.length : index + 1;
  return grouped({ ...design, fields: design.fields.toSpliced(at, 0, ...added) });
}

export type FieldChange = Partial<Omit<DesignField, 'key' | 'code' | 'tab'>>;

/** Changes a field. A new type removes the settings that the type does not have. */
export function updateField(design: Design, key: string, change: FieldChange): Design {
  return {
    ...design,
    fields: design.fields.map((field) => (field.key === key ? fitted({ ...field, ...change }, field) : field)),
  };
}

function fitted(field: DesignField, before: DesignField): DesignField {
  const { type } = field;
  const hasUsualLength = before.maxLength === usualLength(before.type);
  return {
    ...field,
    maxLength: type !== before.type && hasUsualLength ? usualLength(type) : field.maxLength,
    listValues: isList(type) ? field.listValues : [],
    strict: field.strict && canBeStrict(type),
    flags: { ...field.flags, search: field.flags.search && SEARCHABLE_TYPES.includes(type) },
  };
}

export const mayHave = (field: DesignField, flag: Flag): boolean =>
  flag !== 'search' || SEARCHABLE_TYPES.includes(field.type);

export function toggleFlag(design: Design, key: string, flag: Flag): Design {
  return {
    ...design,
    fields: design.fields.map((field) =>
      field.key === key && mayHave(field, flag)
        ? { ...field, flags: { ...field.flags, [flag]: !field.flags[flag] } }
        : field,
    ),
  };
}

/** Shows fields without any flag on the form for a new customer and on the form for changes. */
export function showUnseen(design: Design): Design {
  return {
    ...design,
    fields: design.fields.map((field) =>
      isUnseen(field) ? { ...field, flags: { ...field.flags, insert: true, modify: true } } : field,
    ),
  };
}

/** Removes fields; the Customer ID stays. */
export function removeFields(design: Design, keys: ReadonlySet<string>): Design {
  return { ...design, fields: design.fields.filter(({ key, code }) => code === CUSTOMER_ID || !keys.has(key)) };
}

type Entry = { readonly tab: Tab; readonly field?: never } | { readonly field: DesignField; readonly tab?: never };

/** The tabs, each followed by its fields. */
const entriesOf = ({ tabs, fields }: Design): readonly Entry[] =>
  tabs.flatMap((tab): Entry[] => [
    { tab },
    ...fields.filter((field) => field.tab === tab.id).map((field) => ({ field })),
  ]);

function designFrom(design: Design, entries: readonly Entry[]): Design {
  const fields: DesignField[] = [];
  let tab = design.tabs[0]?.id ?? '';
  for (const entry of entries) {
    if (entry.tab) tab = entry.tab.id;
    else fields.push(entry.field.tab === tab ? entry.field : { ...entry.field, tab });
  }
  return { ...design, fields };
}

/** Moves fields one place up or down. A field at the end of its tab moves into the next tab. */
export function moveFields(design: Design, keys: ReadonlySet<string>, step: -1 | 1): Design {
  const entries = [...entriesOf(design)];
  const isMoved = (entry: Entry | undefined) => entry?.field !== undefined && keys.has(entry.field.key);
  const order = step < 0 ? entries.map((_, index) => index) : entries.map((_, index) => entries.length - 1 - index);
  for (const index of order) {
    const entry = entries[index];
    const other = entries[index + step];
    // The first entry is the heading of the first tab, which nothing passes.
    if (!entry || !other || !isMoved(entry) || isMoved(other) || index + step === 0) continue;
    entries[index] = other;
    entries[index + step] = entry;
  }
  return designFrom(design, entries);
}

/** Puts fields into a tab, before another field or at the end. */
export function placeFields(design: Design, keys: ReadonlySet<string>, tab: string, before?: string): Design {
  if (before !== undefined && keys.has(before)) return design;
  const moved = design.fields.filter(({ key }) => keys.has(key)).map((field) => ({ ...field, tab }));
  const others = design.fields.filter(({ key }) => !keys.has(key));
  const index = others.findIndex(({ key }) => key === before);
  return grouped({ ...design, fields: others.toSpliced(index < 0 ? others.length : index, 0, ...moved) });
}
