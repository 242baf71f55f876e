import type * as z from 'zod';
import type { Permission } from '../domain/permissions.ts';
import type { Revised } from '../domain/revised.ts';
import type { EntityUseCases } from '../use-cases/entity-use-cases.ts';
import { type AccessOf, onEveryAccount } from './access.ts';
import { etagOf } from './etag.ts';
import { type EqualBy, filteredList, filteredQuery } from './filtered-list.ts';
import { ID_POSITION, pageBody, pageSchema } from './pagination.ts';
import type { ApiResponse } from './response.ts';
import { NO_BODY, NOTHING, type Route, routesOf } from './route.ts';

type Operation = 'list' | 'create' | 'get' | 'update' | 'delete';
type Texts = Readonly<Partial<Record<Operation, string>>>;
type Removable<U extends { readonly remove: unknown }> = Omit<U, 'remove'> & Partial<Pick<U, 'remove'>>;

export interface EntityApi<
  Services,
  S extends z.ZodObject,
  Parent extends z.ZodObject,
  Id extends z.ZodObject,
  Input extends z.ZodType,
  Change extends z.ZodType,
> {
  /** In plain words: `import definition`. */
  readonly noun: string;
  readonly plural: string;
  readonly tag: string;
  /** The path of the list: `/accounts/{accountPrefix}/campaigns`. */
  readonly path: string;
  /** Parameters of the list's path, and of one entity's path, which has one more. */
  readonly params: { readonly parent: Parent; readonly id: Id };
  readonly schema: S;
  readonly input: { readonly create: Input; readonly update: Change };
  /** `onAccount` or `onCrmTable`. */
  readonly access: (permission: Permission) => AccessOf<NoInfer<Services>>;
  /** For a list that contains only the entities of the caller's accounts: `onOwnAccounts`. */
  readonly listAccess?: (permission: Permission) => AccessOf<NoInfer<Services>>;
  readonly permissions: { readonly read: Permission; readonly write: Permission };
  readonly idOf: (entity: z.infer<S>) => z.infer<Id>;
  /** The attributes that the filter of the list compares. They are texts, stored under the same names. */
  readonly filterBy: readonly (keyof z.infer<S> & string)[];
  /** Further parameters of the list, for values of attributes that are texts or lists of texts. */
  readonly equalBy?: EqualBy;
  /** Without `remove` there is no DELETE route. */
  readonly useCases: Removable<
    EntityUseCases<Services, z.infer<S>, z.infer<Parent>, z.infer<Id>, z.infer<Input>, z.infer<Change>>
  >;
  /** Summaries that differ from the usual ones. */
  readonly summaries?: Texts;
  /** What remains of a deleted entity. */
  readonly deleted?: string;
  /** See `RouteDescription`. */
  readonly hasPersonalData?: boolean;
  /** Further statuses of an operation. */
  readonly problems?: Readonly<Partial<Record<Operation, readonly number[]>>>;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const pascal = (words: string): string => words.split(' ').map(capital).join('');

function fill(path: string, params: Readonly<Record<string, unknown>>): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

function answer<T>(status: number, { value, revision }: Revised<T>): ApiResponse {
  return { status, body: value, etag: etagOf(revision) };
}

/** The routes of an entity: list, create, get, update and, where it can be deleted, delete. */
export function entityRoutes<
  Services,
  S extends z.ZodObject,
  Parent extends z.ZodObject,
  Id extends z.ZodObject,
  Input extends z.ZodType,
  Change extends z.ZodType,
>(api: EntityApi<Services, S, Parent, Id, Input, Change>): Route<Services>[] {
  const { noun, plural, tag, schema, params, permissions, useCases } = api;
  const define = routesOf<Services>();
  const [idParameter] = Object.keys(params.id.shape).filter((name) => !(name in params.parent.shape));
  const paths = { all: api.path, one: `${api.path}/{${idParameter}}` };
  const hasParent = Object.keys(params.parent.shape).length > 0;
  const a = `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
  const { remove } = useCases;

  // A list of entities without a parent is about no single account.
  const accessTo = (operation: Operation) => {
    if (operation === 'list' && api.listAccess) return api.listAccess;
    return !hasParent && (operation === 'list' || operation === 'create') ? onEveryAccount : api.access;
  };

  const describe = (operation: Operation, summary: string, problems: readonly number[]) => ({
    operationId: `${operation}${pascal(operation === 'list' ? plural : noun)}`,
    tag,
    summary: api.summaries?.[operation] ?? summary,
    access: accessTo(operation)(operation === 'list' || operation === 'get' ? permissions.read : permissions.write),
    problems: [...problems, ...(api.problems?.[operation] ?? [])],
    ...(api.hasPersonalData && { hasPersonalData: true }),
  });
  const one = (status: 200 | 201, description: string) => ({ status, description, body: schema, hasETag: true });

  const all = [
    define({
      ...describe('list', `List the ${plural}.`, hasParent ? [404] : []),
      method: 'GET',
      path: paths.all,
      request: { params: params.parent, query: filteredQuery(api.filterBy, api.equalBy), body: NO_BODY },
      response: { status: 200, description: `A page of ${plural}.`, body: pageSchema(schema) },
      handle: async (services, request) => {
        const whole = { name: fill(paths.all, request.params), position: ID_POSITION };
        const { list, request: requested } = filteredList(whole, api.filterBy, request.query, api.equalBy);
        const page = await useCases.list(services, request.params, requested, request);
        return { status: 200, body: pageBody(list, { ...page, items: page.items.map(({ value }) => value) }) };
      },
    }),
    define({
      ...describe('create', `Create ${a}.`, hasParent ? [404] : []),
      method: 'POST',
      path: paths.all,
      request: { params: params.parent, query: NOTHING, body: api.input.create },
      response: { ...one(201, `The ${noun}.`), hasLocation: true },
      handle: async (services, request) => {
        const created = await useCases.create(services, request.params, request.body, request);
        return { ...answer(201, created), location: fill(paths.one, api.idOf(created.value)) };
      },
    }),
    define({
      ...describe('get', `Read ${a}.`, [404]),
      method: 'GET',
      path: paths.one,
      request: { params: params.id, query: NOTHING, body: NO_BODY },
      response: one(200, `The ${noun}.`),
      handle: async (services, request) => answer(200, await useCases.get(services, request.params, request)),
    }),
    define({
      ...describe('update', `Update ${a}.`, [404, 412, 428]),
      method: 'PUT',
      path: paths.one,
      request: { params: params.id, query: NOTHING, body: api.input.update },
      conditional: true,
      response: one(200, `The updated ${noun}.`),
      handle: async (services, request) =>
        answer(200, await useCases.update(services, request.params, request.body, request.revision, request)),
    }),
  ];
  if (!remove) return all;
  const deletion = define({
    ...describe('delete', `Delete ${a}.`, [404, 412, 428]),
    method: 'DELETE',
    path: paths.one,
    request: { params: params.id, query: NOTHING, body: NO_BODY },
    conditional: true,
    response: { status: 204, description: api.deleted ?? 'It is gone.' },
    handle: async (services, request) => {
      await remove(services, request.params, request.revision, request);
      return { status: 204 };
    },
  });
  return [...all, deletion];
}
