import { CUSTOMER_ID_CODE, type Field, type PublishedTable } from '../../../crm-tables/index.ts';
import type { Reason } from '../preview/preview.ts';
import { foldedName, matchHeader } from './header.ts';
import { CUSTOMER_ID_GROUP, GROUP_OF } from './name-groups.ts';

/** A field that a column may feed, and the reason. */
export interface Match {
  readonly code: string;
  readonly reason: Reason;
  readonly confidence: number;
}

const SAME_LETTERS = 0.95;
const SAME_MEANING = 0.9;
/** Of `Client's mobile no.` only `mobile` counts. */
const SAME_CORE = 0.75;

/** Words that do not describe the content of a column. */
const FILLERS = new Set([
  'customer',
  'customers',
  'client',
  'clients',
  'contact',
  'cust',
  'member',
  'the',
  'your',
  's',
]);

/** The words of a name, in lower case and without accents. */
export function words(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '');
  // `FirstName` and `mobileNo` are two words.
  const apart = plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase();
  return apart.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

const joined = (name: string): string => words(name).join('');
const core = (name: string): string =>
  words(name)
    .filter((word) => !FILLERS.has(word))
    .join('');

/** The group of names that mean the same as this one; undefined for an unusual name. */
export const groupOfName = (name: string): number | undefined => GROUP_OF.get(joined(name)) ?? GROUP_OF.get(core(name));

/** The name group of a field's label; undefined for an unusual label. */
export function groupOfField({ code, label }: Field): number | undefined {
  return code === CUSTOMER_ID_CODE ? CUSTOMER_ID_GROUP : GROUP_OF.get(joined(label));
}

/** Every field of the table that a header cell may name. */
export function matchName(cell: string, table: PublishedTable): Match[] {
  const [exact] = matchHeader([cell], table);
  const named = foldedName(cell);
  const name = joined(cell);
  const nameCore = core(cell);
  return table.fields.flatMap((field): Match[] => {
    const { code } = field;
    if (code === exact) return [{ code, reason: named === foldedName(code) ? 'code' : 'label', confidence: 1 }];
    const confidence = likeness(name, nameCore, field);
    return confidence === undefined ? [] : [{ code, reason: 'header', confidence }];
  });
}

function likeness(name: string, nameCore: string, field: Field): number | undefined {
  if (name === '') return undefined;
  if (name === joined(field.label)) return SAME_LETTERS;
  const group = groupOfField(field);
  if (group !== undefined && GROUP_OF.get(name) === group) return SAME_MEANING;
  if (nameCore === '') return undefined;
  if (nameCore === core(field.label)) return SAME_CORE;
  return group !== undefined && GROUP_OF.get(nameCore) === group ? SAME_CORE : undefined;
}
