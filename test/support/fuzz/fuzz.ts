import { buildRequest, type FuzzRequest, inPath } from './build-request.ts';
import { Chance } from './chance.ts';
import { faultsOf } from './check-answer.ts';
import { OPERATIONS, type Operation, operationNamed } from './document.ts';
import { HIDING, LIMITED, MARKED_TABLE } from './markers.ts';
import { Memory } from './memory.ts';
import { setUpForFuzz } from './set-up.ts';
import type { Target } from './target.ts';

/** A request whose answer is wrong. */
export interface Finding {
  readonly fault: string;
  readonly request: Pick<FuzzRequest, 'path' | 'query' | 'headers' | 'body' | 'role'> & { readonly key: string };
  readonly answer: unknown;
}

export interface FuzzResult {
  readonly requests: number;
  /** Answers by their status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** The first example of each kind of fault of an operation. */
  readonly findings: readonly Finding[];
  /** How often each operation has succeeded. */
  readonly successes: ReadonlyMap<string, number>;
}

/** Of 100 requests so many are by the administrator, who makes what the others look for. */
const BY_ADMINISTRATOR = 62;
const OTHERS = [...HIDING, ...HIDING, ...LIMITED, ...LIMITED, 'supervisor', 'agent', 'manager', 'none', null];
const COMPLETION = 'POST /crm-tables/{prefix}/customers/{customerId}/document-uploads/{uploadId}/completion';
const SELDOM = /^GET \/(openapi\.json|docs)$/;
const EVENTS_PERCENT = 4;
/** So many requests are for operations that have not succeeded yet, as long as there are some. */
const OPEN_PERCENT = 65;
const CAREFUL_PERCENT = 65;
const UNREADABLE = ['{', '', '[1', '"', '\ufffd', 'null', 'nul', '{"a":1,}', '{"__proto__":{"a":1}}'];
const MOST_FINDINGS = 25;
const FEWEST_MORE = 1_000;

/** What a user sees first; the histories have lines of an import. */
const FIRST_SEEN = [
  ...['/accounts', '/imports', '/roles', '/accounts/BRI/crm-tables', '/accounts/LIM/crm-tables'],
  ...['M1', 'M8', 'M9'].map((id) => `/crm-tables/${MARKED_TABLE}/customers/${id}/history`),
];

/** Sends generated requests in sequences that build on the answers, and checks every answer. */
export class Fuzz {
  readonly #chance: Chance;
  readonly #target: Target;
  readonly #memory = new Memory();
  readonly #statuses = new Map<number, number>();
  readonly #successes: Map<string, number>;
  readonly #findings = new Map<string, Finding>();
  #requests = 0;

  readonly #afterSetUp: () => Promise<void>;

  /** @param successes those of earlier runs, whose operations need no further one */
  constructor(
    target: Target,
    seed: number,
    successes: ReadonlyMap<string, number> = new Map(),
    afterSetUp: () => Promise<void> = async () => {},
  ) {
    this.#target = target;
    this.#afterSetUp = afterSetUp;
    this.#chance = new Chance(seed);
    this.#successes = new Map(successes);
  }

  /** Sends so many requests, and then more until every operation has succeeded, at most as many again. */
  async run(count: number, { untilAllSucceed = true } = {}): Promise<FuzzResult> {
    await setUpForFuzz(this.#target);
    await this.#afterSetUp();
    await this.#target.runImports?.();
    for (const path of FIRST_SEEN) await this.#look(path);
    while (this.#requests < count && this.#findings.size < MOST_FINDINGS) await this.#next(OPEN_PERCENT);
    // The rest of the operations that have not succeeded yet, with what they need.
    const last = untilAllSucceed ? this.#requests + Math.max(count, FEWEST_MORE) : 0;
    while (this.#requests < last && this.#findings.size < MOST_FINDINGS && this.#open().length > 0)
      await this.#next(100);
    const findings = [...this.#findings.values()];
    return { requests: this.#requests, statuses: this.#statuses, findings, successes: this.#successes };
  }

  async #next(openPercent: number): Promise<void> {
    if (this.#chance.happens(openPercent === 100 ? 20 : EVENTS_PERCENT))
      await this.#target.happen?.(this.#chance, this.#memory);
    const operation = this.#choose(openPercent);
    const isCareful =
      openPercent > 0 &&
      this.#chance.happens(this.#successes.has(operation.key) ? openPercent - OPEN_PERCENT : CAREFUL_PERCENT);
    const byAdministrator = isCareful || this.#chance.happens(BY_ADMINISTRATOR);
    const role = byAdministrator ? 'administrator' : this.#chance.pick(OTHERS);
    const extrasOf = (key: string) => this.#target.extrasOf(key);
    const request = buildRequest(operation, role, { chance: this.#chance, memory: this.#memory, extrasOf, isCareful });
    await this.#readFirst(request);
    await this.#send(this.#withNewestTag(request));
  }

  #open(): readonly Operation[] {
    return OPERATIONS.filter(({ key }) => !this.#successes.has(key));
  }

  #choose(openPercent: number): Operation {
    const open = this.#open();
    if (open.length > 0 && this.#chance.happens(openPercent)) {
      const operation = this.#chance.pick(open);
      const isNew = openPercent === 100 && this.#chance.happens(30);
      return this.#hasWhatItNames(operation) && !isNew ? operation : this.#maker(operation);
    }
    const operation = this.#chance.pick(OPERATIONS);
    // The document takes as long to check as a hundred other answers; what is deleted can no longer be used.
    const isSeldom = SELDOM.test(operation.key) ? 99 : operation.method === 'DELETE' ? 60 : 0;
    return this.#successes.has(operation.key) && this.#chance.happens(isSeldom) ? this.#choose(0) : operation;
  }

  #hasWhatItNames(operation: Operation): boolean {
    const names = inPath(operation);
    return names.length === 0 || this.#memory.params(names, this.#chance) !== undefined;
  }

  /** The operation that creates what another one names. */
  #maker(operation: Operation): Operation {
    // A document comes from the completion of an upload, and that from its announcement.
    const completion = operationNamed(COMPLETION);
    if (operation.path.includes('/documents/{') && completion)
      return this.#hasWhatItNames(completion) ? completion : this.#maker(completion);
    const place = operation.path.lastIndexOf('/{');
    const key = `POST ${operation.path.slice(0, place)}`;
    return operationNamed(key) ?? operation;
  }

  /** Reads what a conditional request changes, as a client does. */
  async #readFirst({ operation, path, headers }: FuzzRequest): Promise<void> {
    if (!('if-match' in headers) || this.#chance.happens(15)) return;
    const entity = operation.path.endsWith('/grants') ? path : this.#memory.entityOf(path);
    if (entity !== undefined) await this.#look(entity);
    if (operation.path.endsWith('/publish')) await this.#look(path.replace(/publish$/, 'changes'));
  }

  #withNewestTag(request: FuzzRequest): FuzzRequest {
    const entity = request.operation.path.endsWith('/grants') ? request.path : this.#memory.entityOf(request.path);
    const newest = entity === undefined ? undefined : this.#memory.etags.get(entity);
    const isReplaced = newest !== undefined && 'if-match' in request.headers && this.#chance.happens(90);
    const headers = isReplaced ? { ...request.headers, 'if-match': newest } : request.headers;
    const confirm: unknown = this.#memory.bodies.get(request.path.replace(/publish$/, 'changes'))?.confirm;
    const isPublication = request.operation.path.endsWith('/publish') && typeof confirm === 'string';
    return { ...request, headers, ...(isPublication && { query: { ...request.query, confirm } }) };
  }

  async #look(path: string): Promise<void> {
    const key = OPERATIONS.find(({ method, path: template }) => method === 'GET' && matches(template, path))?.key;
    const operation = key === undefined ? undefined : operationNamed(key);
    if (!operation) return;
    const none = { query: {}, headers: {}, body: undefined };
    await this.#send({ operation, path, ...none, role: 'administrator', isAllowed: true });
  }

  async #send(request: FuzzRequest): Promise<void> {
    this.#requests += 1;
    const { operation, path, query, headers, role } = request;
    const isUnreadable = operation.body !== undefined && this.#chance.happens(0.5);
    const body: unknown = isUnreadable ? this.#chance.pick(UNREADABLE) : request.body;
    const sent = { ...request, body, isAllowed: request.isAllowed && !isUnreadable };
    const search = new URLSearchParams(query).toString();
    const address = search === '' ? path : `${path}?${search}`;
    const answer = await this.#target.send(operation.method, address, {
      role,
      headers,
      ...(body !== undefined && { body: typeof body === 'string' && !isUnreadable ? JSON.stringify(body) : body }),
    });
    this.#statuses.set(answer.status, (this.#statuses.get(answer.status) ?? 0) + 1);
    for (const fault of faultsOf(sent, answer, this.#memory)) this.#report(fault, sent, answer);
    this.#memory.learn({ method: operation.method, path, ...answer });
    if (answer.status < 300) this.#successes.set(operation.key, (this.#successes.get(operation.key) ?? 0) + 1);
  }

  #report(fault: string, { operation, path, query, headers, body, role }: FuzzRequest, answer: unknown): void {
    const kind = `${operation.key} ${fault}`;
    if (this.#findings.has(kind)) return;
    this.#findings.set(kind, { fault, request: { key: operation.key, path, query, headers, body, role }, answer });
  }
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`).test(path);
}

/** The operations that have not succeeded. */
export const withoutSuccess = ({ successes }: Pick<FuzzResult, 'successes'>): readonly string[] =>
  OPERATIONS.map(({ key }) => key).filter((key) => !successes.has(key));
