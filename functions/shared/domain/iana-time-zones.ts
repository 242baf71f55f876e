import tzdata from 'tzdata/timezone-data.json' with { type: 'json' };
import { isTimeZone } from './local-time.ts';
import { isOneLetterOff } from './near-miss.ts';

/**
 * Abbreviations of time zones, with the zones that people mean by them. The IANA database has none of these names, and
 * a runtime may read them as other places: BST as Bangladesh, ECT as Europe.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ACST: ['Australia/Adelaide'],
  ACT: ['Australia/Darwin', 'America/Rio_Branco'],
  AEDT: ['Australia/Sydney'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AET: ['Australia/Sydney'],
  ADT: ['America/Halifax'],
  AKST: ['America/Anchorage'],
  AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'],
  AWST: ['Australia/Perth'],
  BST: ['Europe/London'],
  CAT: ['Africa/Maputo'],
  CDT: ['America/Chicago'],
  CEST: ['Europe/Berlin', 'Europe/Paris'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  EAT: ['Africa/Nairobi'],
  ECT: ['America/Guayaquil', 'Europe/Paris'],
  EDT: ['America/New_York'],
  EEST: ['Europe/Athens'],
  HKT: ['Asia/Hong_Kong'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  MDT: ['America/Denver'],
  MSK: ['Europe/Moscow'],
  NZDT: ['Pacific/Auckland'],
  NZST: ['Pacific/Auckland'],
  PDT: ['America/Los_Angeles'],
  PKT: ['Asia/Karachi'],
  PST: ['America/Los_Angeles'],
  SAST: ['Africa/Johannesburg'],
  SGT: ['Asia/Singapore'],
  WEST: ['Europe/Lisbon'],
};

/** The zones and links of the IANA database, without the name for a machine that is not set up. */
const NAMES: ReadonlySet<string> = new Set(Object.keys(tzdata.zones).filter((name) => name !== 'Factory'));

/** A longer list of proposals would not help. */
const MOST_PROPOSALS = 3;

/**
 * Whether this is a name of the IANA database, links included, spelled as it is there: `Europe/London`, `Asia/Calcutta`,
 * `EST`. A runtime takes more, among them abbreviations, which it reads in its own way.
 */
export const isIanaTimeZone = (name: string): boolean => NAMES.has(name) && isTimeZone(name);

/** Describes a name that is not a time zone, with the names that were probably meant. */
export function timeZoneFault(name: string): string {
  const shown = name.length > 50 ? `${name.slice(0, 50)}…` : name;
  const meant = proposals(name);
  const advice = meant.length > 0 ? `Did you mean ${listed(meant)}?` : 'An example is Europe/London.';
  return `"${shown}" is not a name of the IANA time zone database. ${advice}`;
}

function proposals(name: string): readonly string[] {
  const known = ABBREVIATIONS[name.toUpperCase()];
  if (known) return known;
  const plain = plainZone(name);
  if (plain === '') return [];
  const all = [...NAMES];
  const same = all.filter((each) => plainZone(each) === plain);
  if (same.length > 0) return same.slice(0, MOST_PROPOSALS);
  const places = all.filter((each) => each.includes('/') && plainZone(each.slice(each.lastIndexOf('/') + 1)) === plain);
  if (places.length > 0) return places.slice(0, MOST_PROPOSALS);
  return all.filter((each) => isOneLetterOff(plainZone(each), plain)).slice(0, MOST_PROPOSALS);
}

/** A name without its case and without the separators of its words. */
const plainZone = (name: string): string => name.toLowerCase().replace(/[\s_-]+/g, '');

const listed = (names: readonly string[]): string =>
  names.length === 1 ? String(names[0]) : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
