import { testerOf } from '../rights.ts';
import type { Chance } from './chance.ts';
import { type Operation, type Parameter, resolved } from './document.ts';
import { hintsOf } from './hints.ts';
import { HIDDEN, MARKED_TABLE, mayNotSee, VIEWED } from './markers.ts';
import type { Memory } from './memory.ts';
import { damaged, type Hint, randomValue } from './random-value.ts';

/** A request, and whether the document allows it. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly role: string | null;
  readonly isAllowed: boolean;
}

/** What an operation needs besides its schema, e.g. the confirmation that another answer gave. */
export interface Extras {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Operations that change the structure of a CRM table. */
const STRUCTURE = /^(PUT|POST) \/accounts\/\{accountPrefix\}\/crm-tables\/\{prefix\}(\/publish|\/versions.*)?$/;

/** The parameters in the path of an operation. */
export const inPath = ({ parameters }: Operation): readonly string[] =>
  parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);

function pathParams(operation: Operation, chance: Chance, memory: Memory): Record<string, string> {
  const wanted = operation.parameters.filter((parameter) => parameter.in === 'path');
  const found = memory.params(
    wanted.map(({ name }) => name),
    chance,
  );
  const params: Record<string, string> = {};
  for (const { name, schema } of wanted) {
    const random = () => String(randomValue(schema, chance, () => undefined, name)) || 'x';
    params[name] = found === undefined || chance.happens(2) ? random() : (found[name] ?? random());
  }
  if (params.prefix === MARKED_TABLE && STRUCTURE.test(operation.key)) params.prefix = 'VOUCIM';
  // A new prefix for most: the ones of an answer are taken.
  if (operation.path.includes('crm-table-prefixes') && chance.happens(50)) params.prefix = `T${chance.random(999)}`;
  return params;
}

const filled = (path: string, params: Readonly<Record<string, string>>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name]?.toWellFormed() ?? 'x'));

function queryValue({ name, schema }: Parameter, path: string, chance: Chance, memory: Memory, hint: Hint): unknown {
  if (name === 'cursor') return chance.happens(80) ? memory.cursors.get(path) : 'damaged';
  if (name === 'confirm') return memory.bodies.get(path.replace(/publish$/, 'changes'))?.confirm ?? undefined;
  return hint(name, resolved(schema)) ?? randomValue(schema, chance, hint, name);
}

/** The value that the schema of a query parameter sees: the text as a number where it takes numbers. */
function coerced(schema: Parameter['schema'], text: string): unknown {
  const { type } = resolved(schema);
  return type === 'integer' || type === 'number' ? (text.trim() === '' ? text : Number(text)) : text;
}

const isText = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** A body: the example of the document, an earlier answer, or one made from the schema. */
function bodyOf(
  operation: Operation,
  path: string,
  { chance, memory, isCareful }: Pick<Building, 'chance' | 'memory' | 'isCareful'>,
  hint: Hint,
): unknown {
  const { body } = operation;
  if (!body) return undefined;
  const made = randomValue(body.schema, chance, hint);
  if (!isCareful && chance.happens(25)) return made;
  const read = memory.bodies.get(path);
  const base = operation.method === 'PUT' && chance.happens(60) ? (read?.draft ?? read) : body.example;
  const { properties = {} } = resolved(body.schema);
  if (typeof base !== 'object' || base === null || typeof made !== 'object' || made === null) return base ?? made;
  // Names are unique, so those of an example are taken after the first request.
  const replaced = Object.entries(made).filter(([name]) =>
    chance.happens(/name|prefix|email|crmId/i.test(name) ? 85 : isCareful ? 0 : 25),
  );
  const kept = Object.entries(base).filter(([name]) => name in properties);
  const hinted = kept.flatMap(([name]) => {
    const value = chance.happens(60) ? hint(name, resolved(properties[name] ?? {})) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...Object.fromEntries(hinted), ...Object.fromEntries(replaced) };
}

/** The ETag for `If-Match`: mostly the newest that an answer had. */
function ifMatch(path: string, chance: Chance, memory: Memory): string | undefined {
  if (chance.happens(4)) return undefined;
  if (chance.happens(4)) return chance.pick(['"1"', 'W/"1"', '*', '', '"x"', '1']);
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const etag = memory.etags.get(at);
    if (etag !== undefined) return etag;
  }
  return '"1"';
}

interface Building {
  readonly chance: Chance;
  readonly memory: Memory;
  readonly extrasOf: (key: string) => Extras;
  /** Whether the request should succeed: nothing is damaged, and little is left to chance. */
  readonly isCareful: boolean;
}

export function buildRequest(operation: Operation, role: string | null, building: Building): FuzzRequest {
  const { chance, memory, extrasOf, isCareful } = building;
  const extras = extrasOf(operation.key);
  const params = { ...pathParams(operation, chance, memory), ...extras.params };
  const path = filled(operation.path, params);
  const tables = memory.values('prefix');
  const table = params.prefix ?? (tables.length > 0 ? chance.pick(tables) : undefined);
  const hint = hintsOf({ chance, memory, key: operation.key, table, showsMarker: mayNotSee(role) !== HIDDEN });

  const query: Record<string, string> = {};
  const headers: Record<string, string> = {};
  for (const parameter of operation.parameters) {
    if (parameter.in === 'path') continue;
    if (parameter.name === 'if-match') {
      const etag = ifMatch(path, chance, memory);
      if (etag !== undefined) headers['if-match'] = etag;
    } else if (parameter.name === 'idempotency-key') {
      if (chance.happens(8)) headers['idempotency-key'] = `key-${chance.random(200)}`;
    } else if (parameter.name === 'view-as') {
      if (chance.happens(4)) headers['view-as'] = testerOf(chance.pick(VIEWED));
    } else if (chance.happens(parameter.required ? 97 : isCareful ? 0 : 30) || parameter.name === 'confirm') {
      const value = queryValue(parameter, path, chance, memory, hint);
      if (isText(value)) query[parameter.name] = String(value).toWellFormed();
    }
  }
  Object.assign(query, extras.query);
  if (!isCareful && chance.happens(1)) query.unknown = 'x';

  const good = extras.body ?? bodyOf(operation, path, building, hint);
  const body = good !== undefined && !isCareful && chance.happens(15) ? damaged(good, chance) : good;
  const isAllowed = isAllowedBy(operation, { params, query, headers, body });
  return { operation, path, query, headers, body, role, isAllowed };
}

function isAllowedBy(
  operation: Operation,
  {
    params,
    query,
    headers,
    body,
  }: Pick<FuzzRequest, 'query' | 'headers' | 'body'> & { params: Record<string, string> },
): boolean {
  const places = { path: params, query, header: headers };
  const parameters = operation.parameters.every(({ name, in: place, required, schema, isValid }) => {
    const given = places[place][name];
    return given === undefined ? !required : isValid(coerced(schema, given));
  });
  // JSON drops what is undefined.
  const sent: unknown = body === undefined ? undefined : JSON.parse(JSON.stringify(body));
  return parameters && (sent === undefined || operation.body === undefined || operation.body.isValid(sent));
}
