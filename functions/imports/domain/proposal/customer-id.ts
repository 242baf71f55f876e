import { CUSTOMER_ID_CODE, MAX_CUSTOMER_ID_BYTES, type PublishedTable } from '../../../crm-tables/index.ts';
import { matchName } from '../layout/match-name.ts';
import { columnTitle } from '../preview/column-warnings.ts';
import { examplesOf, type LocatedValue, type ValueExample } from '../preview/value-examples.ts';
import type { FileColumn } from './file-columns.ts';
import { nameHints } from './name-hints.ts';

/** The column that identifies the customers, or the reason why there is none. */
export interface CustomerIdChoice {
  /** Counted from 0; undefined if Customer IDs have to be generated. */
  readonly position: number | undefined;
  /** For a person. */
  readonly reason: string;
  /** Values that prevent a column with a fitting name from being the Customer ID. */
  readonly contradicting: readonly ValueExample[];
  /** Lines of the records that an import rejects because of their Customer ID. */
  readonly rejectedLines: readonly number[];
}

/** Letters, digits and what joins them, at least one digit among them. */
const KEY = /^(?=.*\d)[\p{L}\p{N}](?:[\p{L}\p{N}_\-./:]*[\p{L}\p{N}])?$/u;
const DECIMAL = /^\d+[.,]\d+$/;
/** In fewer records the values of every column differ. */
const FEW = 3;

/**
 * Chooses the Customer ID. In every record that was read it must be filled, short enough and unlike that of every other
 * record: otherwise records would fail. A column whose name says Customer ID goes before one whose values look like one.
 */
export function chooseCustomerId(columns: readonly FileColumn[], reference: PublishedTable): CustomerIdChoice {
  const named = columns.filter((column) => isNamed(column, reference));
  const found = named.find((column) => faultsOf(column).length === 0);
  if (found) return chosen(found, `Its name says so, and no two of its ${found.values.length} values are equal.`);
  const [faulty] = named;
  const faults = faulty ? faultsOf(faulty) : [];
  const spoken = faulty ? ` ${titleOf(faulty)} cannot be it: ${describeFaults(faulty)}` : '';
  const alike = columns.find((column) => looksLikeKey(column) && faultsOf(column).length === 0);
  const contradicting = examplesOf(faults);
  if (alike) {
    const reason = `Each of its ${alike.values.length} values occurs once and looks like a number or code.${spoken}`;
    return { ...chosen(alike, reason), contradicting };
  }
  const why = spoken || ' No column has a value in every record that occurs once.';
  const reason = `Customer IDs are generated.${why} Importing the file again would add all customers again.`;
  return { position: undefined, reason, contradicting, rejectedLines: [] };
}

/** The column that the person chose, with the values for which an import rejects the record. */
export function chosenCustomerId(column: FileColumn): CustomerIdChoice {
  const faults = faultsOf(column);
  const found = faults.length === 0 ? '' : ` ${titleOf(column)} does not fit: ${describeFaults(column)}`;
  return {
    position: column.position,
    reason: `You chose it.${found}`,
    contradicting: examplesOf(faults),
    rejectedLines: faults.map(({ line }) => line),
  };
}

const chosen = ({ position }: FileColumn, reason: string): CustomerIdChoice => ({
  position,
  reason,
  contradicting: [],
  rejectedLines: [],
});

const titleOf = ({ position, name }: FileColumn): string =>
  columnTitle({ position: position + 1, ...(name !== undefined && { name }) });

/** `Customer` alone may also be the name of a person. */
function isNamed({ name, values }: FileColumn, reference: PublishedTable): boolean {
  const match = matchName(name ?? '', reference).find(({ code }) => code === CUSTOMER_ID_CODE);
  if (!match) return false;
  return match.confidence === 1 || values.some(({ value }) => /\d/.test(value));
}

function looksLikeKey({ position, name, values }: FileColumn): boolean {
  const { identifier, telephone, postcode, amount } = nameHints(name);
  if (telephone || postcode || amount || values.length === 0) return false;
  if (!identifier && (position > 0 || values.length < FEW)) return false;
  return values.every(({ value }) => KEY.test(value) && !DECIMAL.test(value) && !isDateLike(value));
}

const isDateLike = (value: string): boolean => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(value);

/** The values for which a record would fail; a blank one has the value ''. */
function faultsOf({ values, blankLines }: FileColumn): LocatedValue[] {
  const seen = new Set<string>();
  const wrong = values.filter(({ value }) => {
    const isRepeated = seen.has(value);
    seen.add(value);
    return isRepeated || isTooLong(value);
  });
  return [...wrong, ...blankLines.map((line) => ({ line, value: '' }))];
}

const isTooLong = (value: string): boolean => Buffer.byteLength(value) > MAX_CUSTOMER_ID_BYTES;

function describeFaults({ values, blankLines }: FileColumn): string {
  const long = values.filter(({ value }) => isTooLong(value)).length;
  const repeated = values.length - new Set(values.map(({ value }) => value)).size;
  const faults = [
    ...(blankLines.length > 0 ? [`it is blank in ${records(blankLines.length)}`] : []),
    ...(repeated > 0 ? [`it has a value of an earlier record in ${records(repeated)}`] : []),
    ...(long > 0 ? [`it is longer than ${MAX_CUSTOMER_ID_BYTES} bytes in ${records(long)}`] : []),
  ];
  return `${faults.join(', and ')}. Correct the file and propose again to have it as the Customer ID.`;
}

const records = (count: number): string => (count === 1 ? 'one record' : `${count} records`);
