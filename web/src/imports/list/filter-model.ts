import type { ImportStatus } from '../model.ts';
import { STATUS_TEXTS } from '../text.ts';

/** Which imports the list shows. An empty text does not filter. */
export interface ImportFilter {
  /** Prefix of a CRM table. */
  readonly table: string;
  readonly status: ImportStatus | '';
  /** A local day, such as `2026-11-30`. */
  readonly day: string;
  /** Id of a user. */
  readonly user: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TABLE_PREFIX = /^[A-Z0-9]{1,6}$/;

export const isTablePrefix = (text: string): boolean => TABLE_PREFIX.test(text.trim().toUpperCase());

/** @param text as the address has it; a part that the API would reject is left out */
export function filterOf(text: string): ImportFilter {
  const parts = new URLSearchParams(text);
  const table = (parts.get('table') ?? '').toUpperCase();
  const status = Object.keys(STATUS_TEXTS).find((each) => each === parts.get('status'));
  const day = parts.get('day') ?? '';
  return {
    table: TABLE_PREFIX.test(table) ? table : '',
    status: isStatus(status) ? status : '',
    day: DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : '',
    user: parts.get('user') ?? '',
  };
}

/** The filter as the address has it; empty if it shows every import. */
export function textOf(filter: ImportFilter): string {
  return new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString();
}

/** The parameters of the request. A day is one of the browser's time zone. */
export function queryOf({ table, status, day, user }: ImportFilter) {
  return {
    ...(table !== '' && { prefix: table }),
    ...(status !== '' && { status }),
    ...(user !== '' && { requestedBy: user }),
    ...(day !== '' && spanOf(day)),
  };
}

function spanOf(day: string) {
  const from = new Date(`${day}T00:00`);
  const before = new Date(from);
  // Not 24 hours later: a day on which the clocks change has 23 or 25.
  before.setDate(before.getDate() + 1);
  return { from: from.toISOString(), before: before.toISOString() };
}

const isStatus = (status: string | undefined): status is ImportStatus => status !== undefined && status in STATUS_TEXTS;
