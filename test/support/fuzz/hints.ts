import type { Chance } from './chance.ts';
import { DELETED_TABLES, ERASED_TABLES, HIDDEN, HIDDEN_FIELD, MARKED_TABLE } from './markers.ts';
import type { Memory } from './memory.ts';
import type { Hint } from './random-value.ts';

const CODES = ['P009', 'P010', 'P011', 'P012', 'P018', 'P019', 'P021', HIDDEN_FIELD];
const COLUMNS = ['Last name', 'Surname', 'Postcode', 'Customer ID', 'Notes', '1'];
const CUSTOMER_VALUES = ['Mill', 'Zoë', 'YO1 7HH', '020 7946 0123', 'ann@example.com', 'North', 'Yes', null];
const ROLES = ['agent', 'supervisor', 'administrator'];
const HEAD = Buffer.from('Customer ID,Last name,Postcode\nVOUCIM_1,Smith,SW12 2ER\n').toString('base64');

type Give = (chance: Chance, memory: Memory) => unknown;

const some =
  (values: readonly unknown[]): Give =>
  (chance) =>
    chance.pick(values);

/** One of the values that answers have shown under the name of a parameter. */
const known =
  (parameter: string, ...more: readonly string[]): Give =>
  (chance, memory) => {
    const values = [...memory.values(parameter), ...more];
    return values.length === 0 ? undefined : chance.pick(values);
  };

const listOf =
  (give: Give): Give =>
  (chance, memory) => {
    const found = [give(chance, memory), give(chance, memory)].filter((value) => value !== undefined);
    return found.length === 0 ? undefined : [...new Set(found)];
  };

/** Whatever answers have shown, by the names under which requests take it. */
const GIVEN: Readonly<Record<string, Give>> = {
  crmTablePrefix: known('prefix'),
  groupId: known('groupId'),
  teamIds: listOf(known('groupId')),
  roleId: known('roleId', ...ROLES),
  userIds: listOf(known('userId')),
  accounts: (chance, memory) => (chance.happens(30) ? 'all' : listOf(known('accountPrefix'))(chance, memory)),
  corrects: known('importId'),
  over: known('importId'),
  importId: known('importId'),
  customerId: (chance) => `${chance.pick(['VOUCIM_', 'MARK_', 'c'])}${chance.random(60)}`,
  key: (chance, memory) => `inbox/${known('prefix')(chance, memory)}/${chance.pick(['monday.csv', 'none.csv'])}`,
  head: some([HEAD]),
  fileName: (chance) => `file-${chance.random(50)}.csv`,
  bytes: (chance) => chance.pick([10, 80, 67_108_865]),
  partNumbers: some([[1, 2], [3]]),
  field: some([...CODES, null]),
  code: some(CODES),
  column: some(COLUMNS),
  sha256: some(['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=']),
  documentId: known('documentId'),
  uploadId: known('uploadId'),
  version: some([1]),
  text: some(['mill', 'zoe', 'VOUCIM_1', '020 7946 0123', 'ann@example.com', 'notfound']),
  timeZone: some(['Europe/London', 'Etc/UTC', 'America/New_York']),
  defaultCountry: some(['GB', 'FR']),
  account: known('accountPrefix'),
  email: (chance) => (chance.happens(60) ? `user${chance.random(999)}@example.com` : undefined),
  language: some(['en', 'de', 'en-GB']),
};

/** Values of a customer by the codes of fields. */
function customerValues(chance: Chance, secret: string): Record<string, unknown> {
  const codes = CODES.filter(() => chance.happens(40));
  return Object.fromEntries(codes.map((code) => [code, code === HIDDEN_FIELD ? secret : chance.pick(CUSTOMER_VALUES)]));
}

/** The preview is of a table that is never deleted. */
function namedTables(chance: Chance, key: string): unknown {
  return key.startsWith('GET') ? 'VOUCIM' : [chance.pick(DELETED_TABLES)];
}

interface HintContext {
  readonly chance: Chance;
  readonly memory: Memory;
  /** `POST /accounts`. */
  readonly key: string;
  /** The CRM table of the request. */
  readonly table: string | undefined;
  /** Whether the sender may know the marker. */
  readonly showsMarker: boolean;
}

export function hintsOf({ chance, memory, key, table, showsMarker }: HintContext): Hint {
  const isNewTable = /crm-tables$|copies$|POST \/accounts$/.test(key);
  return (name, schema) => {
    if (schema.enum) return undefined;
    if (key.endsWith('/erasures')) {
      if (name === 'prefix') return chance.pick(ERASED_TABLES);
      if (name === 'values') return [];
      if (name === 'isAbsent') return true;
    }
    if (name === 'prefix') return isNewTable ? undefined : table;
    if (name === 'definition') {
      const ids = memory.values('definitionId', table);
      return ids.length === 0 ? undefined : chance.pick(ids);
    }
    if (name === 'prefixes') return namedTables(chance, key);
    if (name === 'values' && key.includes('/customers')) {
      const isSecret = showsMarker && table === MARKED_TABLE;
      return customerValues(chance, isSecret ? `${HIDDEN} ${chance.random(9)}` : 'guess');
    }
    // A name such as `constructor` is a property of every object.
    return Object.hasOwn(GIVEN, name) ? GIVEN[name]?.(chance, memory) : undefined;
  };
}
