import type { Violation } from '../../shared/api/api-error.ts';
import { CUSTOMER_ID } from '../../shared/field-codes.ts';
import type { Design, DesignField } from './draft-model.ts';
import { isList } from './field-edits-model.ts';
import { DESIGNER } from './text.ts';

/** A fault of a design: of a field (its key), of a tab (its row) or of the table itself (an empty text). */
export interface Fault {
  readonly owner: string;
  /** Such as `label`; empty if the fault belongs to no property. */
  readonly property: string;
  readonly detail: string;
}

export const TABLE = '';
export const tabOwner = (id: string): string => `tab:${id}`;

const LONGEST_LABEL = 100;
const LONGEST_VALUE = 32_000;
const LONGEST_CUSTOMER_ID = 256;
const LONGEST_CHOICE = 200;
const MOST_CHOICES = 500;
const COUNTRY = /^[A-Za-z]{2}$/;
/** Control characters, and halves of characters. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;
/** A label of zero-width spaces alone would look blank. */
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

/** Names are equal if only case, width of letters or spaces differ. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

function labelFault(label: string, earlier: ReadonlySet<string>): string | undefined {
  const text = label.trim();
  if (UNSTORABLE.test(text)) return DESIGNER.labelUnstorable;
  if (!VISIBLE.test(text)) return DESIGNER.labelMissing;
  if ([...text].length > LONGEST_LABEL) return DESIGNER.labelTooLong;
  return earlier.has(folded(label)) ? DESIGNER.labelTwice : undefined;
}

function labelFaults(items: readonly { readonly owner: string; readonly label: string }[]): Fault[] {
  const earlier = new Set<string>();
  return items.flatMap(({ owner, label }) => {
    const detail = labelFault(label, earlier);
    earlier.add(folded(label));
    return detail === undefined ? [] : [{ owner, property: 'label', detail }];
  });
}

function choiceFault({ listValues, maxLength, type }: DesignField): string | undefined {
  if (!isList(type)) return undefined;
  if (listValues.length === 0) return DESIGNER.choicesMissing;
  if (listValues.length > MOST_CHOICES) return DESIGNER.choicesTooMany;
  if (new Set(listValues).size < listValues.length) return DESIGNER.choiceTwice;
  if (listValues.some((value) => UNSTORABLE.test(value))) return DESIGNER.choiceUnstorable;
  const isTooLong = (value: string) => [...value].length > Math.min(maxLength, LONGEST_CHOICE);
  if (listValues.some(isTooLong)) return DESIGNER.choiceTooLong;
  return type === 'multi-list' && listValues.some((value) => value.includes(';'))
    ? DESIGNER.choiceWithSemicolon
    : undefined;
}

function fieldFaults(field: DesignField, codes: ReadonlySet<string>): Fault[] {
  const { key: owner, code, label, maxLength } = field;
  const longest = code === CUSTOMER_ID ? LONGEST_CUSTOMER_ID : LONGEST_VALUE;
  const isLength = Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= longest;
  const upper = label.trim().toUpperCase();
  const found: Fault[] = [];
  if (upper !== code && codes.has(upper)) found.push({ owner, property: 'label', detail: DESIGNER.labelIsCode });
  if (!isLength) found.push({ owner, property: 'maxLength', detail: DESIGNER.lengthRule(longest) });
  const choice = choiceFault(field);
  if (choice !== undefined) found.push({ owner, property: 'listValues', detail: choice });
  return found;
}

/** The faults that the page finds by itself, so that the user sees them while typing. The API decides. */
export function faultsOf({ name, defaultCountry, tabs, fields }: Design): readonly Fault[] {
  const codes = new Set(fields.flatMap(({ code }) => code ?? []));
  const nameFault = labelFault(name, new Set());
  return [
    ...(nameFault === undefined ? [] : [{ owner: TABLE, property: 'name', detail: nameFault }]),
    ...(COUNTRY.test(defaultCountry)
      ? []
      : [{ owner: TABLE, property: 'defaultCountry', detail: DESIGNER.countryRule }]),
    ...labelFaults(tabs.map(({ id, label }) => ({ owner: tabOwner(id), label }))),
    ...labelFaults(fields.map(({ key, label }) => ({ owner: key, label }))),
    ...fields.flatMap((field) => fieldFaults(field, codes)),
  ];
}

/** The violations that the API reports for a design, by the field or tab to which their pointers lead. */
export function faultsIn(sent: Design, violations: readonly Violation[]): readonly Fault[] {
  return violations.map(({ pointer, detail }) => {
    const [, list = '', index = '', property = ''] = pointer.split('/');
    const place = index === '' ? -1 : Number(index);
    const field = list === 'fields' ? sent.fields[place] : undefined;
    const tab = list === 'tabs' ? sent.tabs[place] : undefined;
    if (field) return { owner: field.key, property, detail };
    return tab ? { owner: tabOwner(tab.id), property, detail } : { owner: TABLE, property: list, detail };
  });
}

export const faultFor = (faults: readonly Fault[], owner: string, property: string): string | undefined =>
  faults.find((fault) => fault.owner === owner && fault.property === property)?.detail;
