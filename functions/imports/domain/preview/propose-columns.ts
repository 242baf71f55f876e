import { CUSTOMER_ID_CODE, checkValue, type PublishedTable } from '../../../crm-tables/index.ts';
import type { ColumnMapping, ImportOptions } from '../../../definitions/index.ts';
import type { PlacedMapping } from '../layout/map-columns.ts';
import { type Match, matchName } from '../layout/match-name.ts';
import { matchContent } from './match-content.ts';
import type { ColumnProposal } from './preview.ts';
import type { Cut, Sample } from './read-sample.ts';

/** The properties of a file's columns before fields are proposed for them. */
export interface Columns {
  readonly cut: Cut;
  readonly sample: Sample;
  readonly table: PublishedTable;
  readonly options: ImportOptions;
  /** The mapping of the request or the definition, by position from 0. */
  readonly placed: PlacedMapping;
  /** Whether the import, without the proposed mapping, would read the header row as a record. */
  readonly headerMissed: boolean;
}

/** A column and a field that it may feed. */
interface Claim extends Match {
  /** Counted from 0. */
  readonly position: number;
}

/** Further columns are not shown; a mapping could not name more either. */
const MOST_COLUMNS = 1_000;
/** The values from which a column's content is recognised. */
const MOST_VALUES = 50;
const MOST_SAMPLES = 3;
const LONGEST_SAMPLE = 100;
const LONGEST_NAME = 1_000;
/** Only its position speaks for a column without a name. */
const BY_POSITION = 0.9;

/** For each column the most likely field; no field is proposed twice. */
export function proposeColumns(about: Columns): ColumnProposal[] {
  const { cut, placed } = about;
  const count = Math.min(cut.fieldCount, MOST_COLUMNS);
  const values = Array.from({ length: count }, (_, position) => valuesOf(about, position));
  const taken = new Map<number, Match>();
  for (const claim of [...mappedClaims(placed), ...claims(about, values)]) {
    const isFree = ![...taken.values()].some(({ code }) => code === claim.code);
    if (isFree && !taken.has(claim.position) && claim.position < count) taken.set(claim.position, claim);
  }
  return values.map((samples, position) => proposal(about, position, taken.get(position), samples));
}

const mappedClaims = (placed: PlacedMapping): Claim[] =>
  [...placed].flatMap(([position, { field }]) =>
    field === null ? [] : [{ position, code: field, reason: 'mapping', confidence: 1 }],
  );

/** All possible pairs of column and field, the most likely first. */
function claims({ cut, table, options, placed }: Columns, values: ReadonlyArray<readonly string[]>): Claim[] {
  const byPosition = positionCodes(cut, table, options);
  const found = values.flatMap((samples, position): Claim[] => {
    if (placed.has(position)) return [];
    const code = byPosition[position];
    const matches = [
      ...matchName(cut.header[position] ?? '', table),
      ...matchContent(samples, table),
      ...(code === undefined ? [] : [matchPosition(code, samples, table)]),
    ];
    return matches.map((match) => ({ position, ...match }));
  });
  const isWanted = ({ code, confidence }: Claim) =>
    options.customerId === 'column' || code !== CUSTOMER_ID_CODE || confidence === 1;
  return found.filter(isWanted).sort((a, b) => b.confidence - a.confidence || a.position - b.position);
}

/** The table's fields in order, for a file without a header row and with the same number of columns. */
function positionCodes({ hasHeader, fieldCount }: Cut, { fields }: PublishedTable, { customerId }: ImportOptions) {
  if (hasHeader) return [];
  const codes = fields.map(({ code }) => code).filter((code) => customerId === 'column' || code !== CUSTOMER_ID_CODE);
  return codes.length === fieldCount ? codes : [];
}

/** The confidence falls with the share of values that the field would reject. */
function matchPosition(code: string, values: readonly string[], table: PublishedTable): Match {
  const field = table.fields.find((each) => each.code === code);
  const fitting = values.filter((value) => field && !checkValue(field, value, table.defaultCountry).problem).length;
  return { code, reason: 'position', confidence: BY_POSITION * (values.length === 0 ? 1 : fitting / values.length) };
}

function valuesOf({ sample }: Columns, position: number): string[] {
  const values: string[] = [];
  for (const { cells, unreadable } of sample.records) {
    const value = cells[position] ?? '';
    if (!unreadable && value !== '') values.push(value);
    if (values.length === MOST_VALUES) break;
  }
  return values;
}

function proposal(
  { cut, table, placed }: Columns,
  position: number,
  match: Match | undefined,
  values: readonly string[],
): ColumnProposal {
  const name = cut.header[position];
  const field = table.fields.find(({ code }) => code === match?.code);
  const { reason, confidence } = match ?? unfed(placed.get(position));
  return {
    position: position + 1,
    ...(name !== undefined && { name: name.slice(0, LONGEST_NAME) }),
    field: field?.code ?? null,
    ...(field && { label: field.label }),
    reason,
    confidence: Math.round(confidence * 100) / 100,
    samples: [...new Set(values)].slice(0, MOST_SAMPLES).map((value) => value.slice(0, LONGEST_SAMPLE)),
  };
}

const unfed = (mapped: ColumnMapping | undefined): Pick<Match, 'reason' | 'confidence'> =>
  mapped ? { reason: 'mapping', confidence: 1 } : { reason: 'none', confidence: 0 };
