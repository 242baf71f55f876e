import * as z from 'zod';

/** One attribute that an act has set, changed or removed. Values are texts: what is no text is JSON. */
export const AuditChangeSchema = z
  .strictObject({
    path: z.string().meta({ description: 'The attribute, with its place: `fields[C_LNAME].label`.' }),
    before: z.string().optional().meta({ description: 'Absent if there was none, or if the value is personal.' }),
    after: z.string().optional().meta({ description: 'Absent if there is none, or if the value is personal.' }),
    isMasked: z.boolean().optional().meta({ description: 'The value is personal, and is not kept here.' }),
  })
  .meta({ id: 'AuditChange' });
export type AuditChange = z.infer<typeof AuditChangeSchema>;

/** Keeps an entry below 75 KB even if every character takes three bytes; an ordinary one has a few hundred bytes. */
const MOST_CHANGES = 40;
const LONGEST_TEXT = 200;

/** Attributes that tell the elements of a list apart. */
const NAMING = ['code', 'id', 'roleId', 'column'] as const;

type Values = Readonly<Record<string, unknown>>;

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names of a list's elements, if each of them has a different one. */
function namesOf(list: readonly unknown[]): string[] | undefined {
  for (const attribute of NAMING) {
    const names = list.flatMap((each) =>
      isValues(each) && each[attribute] !== undefined ? [String(each[attribute])] : [],
    );
    if (names.length > 0 && names.length === list.length && new Set(names).size === names.length) return names;
  }
  return undefined;
}

/** The single values of a structure by their paths. Elements of a list are found by their names, not by their positions. */
function leavesOf(value: unknown, path: string): (readonly [string, unknown])[] {
  if (value === undefined || value === null) return [];
  if (isValues(value)) {
    return Object.entries(value).flatMap(([name, each]) => leavesOf(each, path === '' ? name : `${path}.${name}`));
  }
  const names = Array.isArray(value) ? namesOf(value) : undefined;
  if (!Array.isArray(value) || !names) return [[path, value]];
  const elements = value.flatMap((each, index) => leavesOf(each, `${path}[${names[index]}]`));
  return [[`${path}.order`, names], ...elements];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const cut = (text: string): string => (text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text);

const textOf = (value: unknown): string => cut(typeof value === 'string' ? value : JSON.stringify(value));

/** Only the first attribute of a path decides: personal values lie at the top of an entity. */
const isPersonal = (path: string, personal: readonly string[]): boolean =>
  personal.includes(path.split(/[.[]/, 1)[0] ?? '');

function changeOf(path: string, before: unknown, after: unknown, personal: readonly string[]): AuditChange {
  if (isPersonal(path, personal)) return { path: cut(path), isMasked: true };
  return {
    path: cut(path),
    ...(before !== undefined && { before: textOf(before) }),
    ...(after !== undefined && { after: textOf(after) }),
  };
}

export interface ChangeSet {
  readonly changes: readonly AuditChange[];
  /** How many further changes the entry leaves out. */
  readonly omitted: number;
}

/**
 * What differs between two states of an entity; each may be absent.
 * @param personal names of attributes whose values must not be copied
 */
export function changesBetween(
  before: object | undefined,
  after: object | undefined,
  personal: readonly string[],
): ChangeSet {
  const [old, now] = [new Map(leavesOf(before, '')), new Map(leavesOf(after, ''))];
  const paths = [...new Set([...old.keys(), ...now.keys()])];
  const changed = paths.filter((path) => !isSame(old.get(path), now.get(path)));
  return {
    changes: changed.slice(0, MOST_CHANGES).map((path) => changeOf(path, old.get(path), now.get(path), personal)),
    omitted: Math.max(0, changed.length - MOST_CHANGES),
  };
}
