import type { components } from '../shared/api/schema.ts';
import { type AuditKind, isKind, KIND_TEXTS } from './kinds.ts';
import { ACTION_TEXTS, AUDIT } from './text.ts';

export type AuditEntry = components['schemas']['AuditEntry'];
export type AuditChange = components['schemas']['AuditChange'];

/** Which entries are searched. An empty text does not narrow. */
export interface AuditFilter {
  /** Prefix of an account. */
  readonly account: string;
  /** Id of a user. */
  readonly person: string;
  readonly kind: AuditKind | '';
  readonly object: string;
  /** Local days, such as `2026-11-30`; both ends are searched. */
  readonly from: string;
  readonly to: string;
}

const ACCOUNT = /^[A-Z]{3}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The limits of the API. */
const LONGEST_PERSON = 100;
const LONGEST_OBJECT = 200;

export const isAccount = (text: string): boolean => ACCOUNT.test(text.trim().toUpperCase());

const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text));

/** @param search as the address has it; a part that the API would reject is left out */
export function filterOf(search: URLSearchParams): AuditFilter {
  const part = (name: string, isGood: (text: string) => boolean) => {
    const text = search.get(name)?.trim() ?? '';
    return isGood(text) ? text : '';
  };
  const kind = search.get('kind') ?? '';
  return {
    account: part('account', isAccount).toUpperCase(),
    person: part('person', ({ length }) => length <= LONGEST_PERSON),
    kind: isKind(kind) ? kind : '',
    object: part('object', ({ length }) => length <= LONGEST_OBJECT),
    from: part('from', isDay),
    to: part('to', isDay),
  };
}

/** The beginning of a local day, so many days later. */
function beginningOf(day: string, later = 0): string {
  const at = new Date(`${day}T00:00`);
  // Not 24 hours later: a day on which the clocks change has 23 or 25.
  at.setDate(at.getDate() + later);
  return at.toISOString();
}

/** The parameters of the request. */
export function queryOf({ account, person, kind, object, from, to }: AuditFilter) {
  return {
    ...(account !== '' && { account }),
    ...(person !== '' && { person }),
    ...(kind !== '' && { kind }),
    ...(object !== '' && { object }),
    ...(from !== '' && { from: beginningOf(from) }),
    ...(to !== '' && { before: beginningOf(to, 1) }),
  };
}

export const keyOf = ({ at, requestId, kind, object, action }: AuditEntry): string =>
  [at, requestId, kind, object, action].join(' ');

export const personOf = ({ username, person }: AuditEntry): string => username ?? person;

const kindText = (kind: string): string => (isKind(kind) ? KIND_TEXTS[kind] : kind);

/** `CRM table changed`. */
export const actText = ({ kind, action }: AuditEntry): string =>
  kind === 'request' ? KIND_TEXTS.request : `${kindText(kind)} ${ACTION_TEXTS[action] ?? action}`;

export const objectText = ({ name, object }: AuditEntry): string => name ?? object;

/** The page of the object; undefined if there is none, or none any more. */
export function pageOf({ kind, action, account, table, object }: AuditEntry): string | undefined {
  if (action === 'delete' || !isKind(kind)) return undefined;
  const ofAccount = `/accounts/${account}`;
  const ofTable = `${ofAccount}/crm-tables/${table}`;
  switch (kind) {
    case 'account':
      return `/accounts/${object}`;
    case 'campaign':
      return `${ofAccount}/campaigns/${object}`;
    case 'crm-table':
      return `${ofAccount}/crm-tables/${object}`;
    case 'import-definition':
      return table === undefined ? undefined : `${ofTable}/definitions/${object}`;
    case 'schedule':
      return table === undefined ? undefined : `${ofTable}/schedules/${object}`;
    case 'import':
      return `/imports/${object}`;
    case 'user':
    case 'group':
    case 'role':
      return `/${kind}s/${object}`;
    case 'features':
      return '/settings/features';
    case 'request':
      return undefined;
  }
}

/** A value of a change as the page and the file show it. */
export const valueText = (value: string | undefined, { isMasked }: AuditChange): string =>
  isMasked ? AUDIT.masked : (value ?? '–');
