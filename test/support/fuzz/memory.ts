import type { RouteTable } from '../../../local/http-api/route-table.ts';
import { routeTable } from '../http.ts';
import type { Chance } from './chance.ts';
import { OPERATIONS } from './document.ts';

type Params = Readonly<Record<string, string>>;

/** One request with its answer, as the fuzz remembers it. */
export interface Answered {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: bodies have every shape
  readonly body: any;
}

const GETS: RouteTable = routeTable(OPERATIONS.map(({ key }) => key).filter((key) => key.startsWith('GET ')));
/** Enough to find what is new, and few enough to keep a long run in memory. */
const MOST_REMEMBERED = 400;

const NEWEST = 5;

const bare = (template: string) => template.replaceAll(/\{(\w+)\}/g, '{}');

/** What the answers have shown: addresses, ETags, bodies and cursors. */
export class Memory {
  /** Addresses of things that exist, with the values in their paths. */
  readonly #known = new Map<string, Params>();
  readonly #gone = new Set<string>();
  readonly etags = new Map<string, string>();
  readonly bodies = new Map<string, Answered['body']>();
  readonly cursors = new Map<string, string>();

  learn({ method, path, status, headers, body }: Answered): void {
    if (status >= 300) return;
    if (method === 'DELETE') {
      this.#forget(path);
      return;
    }
    if (path.endsWith('/table-deletions')) this.#forgetTables(path, body.prefixes);
    const { etag, location } = headers;
    if (typeof location === 'string') this.#remember(location);
    const entity = typeof location === 'string' ? location : this.#entityOf(path);
    if (typeof etag === 'string' && entity !== undefined) this.etags.set(entity, etag);
    if (typeof body?.uploadId === 'string') this.#rememberUpload(path, body.uploadId);
    if (typeof body?.documentId === 'string')
      this.#rememberDocument(path.replace(/\/(document-uploads|documents)\/.*$/, ''), body.documentId);
    if (method !== 'GET') return;
    this.bodies.set(path, body);
    if (typeof body?.nextCursor === 'string') this.cursors.set(path, body.nextCursor);
    if (Array.isArray(body?.items)) this.#learnList(path, body.items);
    else this.#remember(path);
  }

  /** Values for these parameters that belong together; undefined if nothing has shown any. */
  params(names: readonly string[], chance: Chance): Params | undefined {
    const all = [...this.#known.values()].filter((params) => names.every((name) => name in params));
    // What is new has not been used up by other requests.
    return all.length === 0 ? undefined : chance.pick(chance.happens(40) ? all.slice(-NEWEST) : all);
  }

  /** @param prefix of a CRM table, for values that belong to it */
  values(name: string, prefix?: string): readonly string[] {
    const all = [...this.#known.values()].filter((params) => prefix === undefined || params.prefix === prefix);
    return [...new Set(all.flatMap((params) => params[name] ?? []))];
  }

  isKnown = (path: string): boolean => this.#known.has(path);
  isGone = (path: string): boolean => this.#gone.has(path);

  /** The address with an ETag that a request on this path changes. */
  entityOf = (path: string): string | undefined => this.#entityOf(path);

  #entityOf(path: string): string | undefined {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
      if (this.etags.has(at) || this.#known.has(at)) return at;
    }
    return undefined;
  }

  /** Items of a list are at the address of the list and their id; imports and notes of a history have their own. */
  #learnList(path: string, items: readonly Readonly<Record<string, unknown>>[]): void {
    for (const item of items) {
      // A CRM table that is being deleted stays in the list until it is gone.
      if (item.deletingBy !== undefined) continue;
      this.#learnItem(path, (name) => item[name] ?? item.id ?? item.prefix);
      this.#learnItem(`${path}/imports`, (name) => item[name]);
      // Deleted notes and documents stay in the history, and so does what was done with them.
      const isThing = !/-(edited|pinned|unpinned|version|deleted)$/.test(String(item.kind)) && item.isDeleted !== true;
      if (!isThing) continue;
      this.#learnItem(path.replace(/\/(history|pinned-notes)$/, '/notes'), (name) => item[name]);
      this.#learnItem(path.replace(/\/history$/, '/documents'), (name) => item[name]);
      if (item.kind === 'document') this.#rememberDocument(path.replace(/\/history$/, ''), String(item.documentId));
    }
  }

  /** Every document has a first version. */
  #rememberDocument(customer: string, documentId: string): void {
    this.#remember(`${customer}/documents/${documentId}`);
    this.#remember(`${customer}/documents/${documentId}/versions/1/address`);
  }

  /** No GET is about an upload. */
  #rememberUpload(path: string, uploadId: string): void {
    const [, prefix, customerId] = /^\/crm-tables\/([^/]+)\/customers\/([^/]+)\//.exec(path) ?? [];
    if (prefix === undefined || customerId === undefined) return;
    this.#known.set(`${path}/${uploadId}`, { prefix, customerId: decodeURIComponent(customerId), uploadId });
  }

  #learnItem(folder: string, idOf: (name: string) => unknown): void {
    const name = /\{(\w+)\}$/.exec(GETS.find('GET', `${folder}/x`)?.route.key ?? '')?.[1];
    const id = name === undefined ? undefined : idOf(name);
    if (id !== undefined) this.#remember(`${folder}/${encodeURIComponent(String(id))}`);
  }

  #remember(path: string): void {
    const found = GETS.find('GET', path);
    if (!found?.pathParameters || bare(found.route.key).split('/').length !== path.split('/').length) return;
    this.#known.delete(path);
    this.#known.set(path, found.pathParameters);
    this.#gone.delete(path);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= MOST_REMEMBERED) break;
      this.#known.delete(oldest);
    }
  }

  /** Tables that are being deleted are not found any more. */
  #forgetTables(path: string, prefixes: readonly string[]): void {
    for (const prefix of prefixes) {
      this.#forget(`${path.slice(0, path.lastIndexOf('/'))}/crm-tables/${prefix}`);
      this.#forget(`/crm-tables/${prefix}`);
      for (const each of this.#known.keys()) if (each.startsWith(`/exports/${prefix}-`)) this.#forget(each);
    }
  }

  #forget(path: string): void {
    for (const each of [...this.#known.keys()]) {
      if (each === path || each.startsWith(`${path}/`)) this.#known.delete(each);
    }
    this.etags.delete(path);
    this.#gone.add(path);
  }
}
