import { type AuditEntry, auditEntry } from '../domain/audit/audit-entry.ts';
import { DomainError } from '../domain/errors.ts';
import type { RequestOrigin } from '../domain/origin.ts';
import type { Page, PageRequest } from '../domain/page.ts';
import type { Repository, WriteRejection } from '../domain/repository.ts';
import { checkRevision, type ExpectedRevision, nextRevision, type Revised, staleRevision } from '../domain/revised.ts';

/** The use cases of an entity. `Ports` are those of the container. */
export interface EntityUseCases<Ports, T, Parent, Id, Input, Change> {
  list(ports: Ports, parent: Parent, request: PageRequest, origin: RequestOrigin): Promise<Page<Revised<T>>>;
  create(ports: Ports, parent: Parent, input: Input, origin: RequestOrigin): Promise<Revised<T>>;
  get(ports: Ports, id: Id, origin: RequestOrigin): Promise<Revised<T>>;
  update(ports: Ports, id: Id, change: Change, revision: ExpectedRevision, origin: RequestOrigin): Promise<Revised<T>>;
  remove(ports: Ports, id: Id, revision: ExpectedRevision, origin: RequestOrigin): Promise<void>;
}

/** An entity that every caller who may read it sees in the same way. */
interface GetsForAll<Ports, T, Id> {
  get(ports: Ports, id: Id): Promise<Revised<T>>;
}

/** How acts on an entity appear in the audit. */
export interface AuditedEntity<T> {
  /** The account that the entity belongs to; undefined for one of the whole installation. */
  readonly account: (entity: T) => string | undefined;
  /** The prefix of the CRM table that the entity belongs to; absent for one of no table. */
  readonly table?: (entity: T) => string;
  /** The attributes whose values the audit must not copy. */
  readonly personal: readonly (keyof T & string)[];
}

/** Nouns are singular, with hyphens between words: problem codes begin with them. */
interface EditableEntity<Ports, T, Parent, Id, Change, Rejection extends string> {
  readonly noun: string;
  /** The noun of the parent. */
  readonly parentNoun?: string;
  readonly repository: (ports: Ports) => Pick<Repository<T, Parent, Id, Rejection>, 'list' | 'read' | 'replace'>;
  readonly update: (before: T, change: Change) => T;
  /** What the audit says of an entity. */
  readonly audit: AuditedEntity<T>;
  /** Rejections whose problem has an unusual text or code. */
  readonly rejections?: Readonly<Partial<Record<Rejection, (entity: T) => DomainError>>>;
}

/** An entity without special rules. */
export interface OrdinaryEntity<Ports, T, Parent, Id, Input, Change, Rejection extends string>
  extends EditableEntity<Ports, T, Parent, Id, Change, Rejection> {
  readonly repository: (ports: Ports) => Repository<T, Parent, Id, Rejection>;
  readonly make: (input: Input, parent: Parent, ports: Ports) => T;
  readonly idOf: (entity: T) => Id;
}

const notFound = (noun: string, id: unknown) =>
  new DomainError('not-found', `${noun}.not-found`, `There is no ${noun.replaceAll('-', ' ')} ${id}.`);

/** The last part of a path names the entity itself. */
const lastOf = (id: object): unknown => Object.values(id).at(-1);

function conflict(noun: string, code: 'exists' | 'name-taken'): DomainError {
  const words = noun.replaceAll('-', ' ');
  if (code === 'exists') return new DomainError('conflict', `${noun}.exists`, `This ${words} already exists.`);
  const violation = { pointer: '/name', code: `${noun}.name-taken`, detail: 'Choose another name.' };
  return new DomainError('conflict', `${noun}.name-taken`, `A ${words} with this name already exists.`, [violation]);
}

/** @throws DomainError `<noun>.not-found` */
export async function getEntity<T, Id extends object>(
  noun: string,
  repository: Pick<Repository<T, never, Id, never>, 'read'>,
  id: Id,
): Promise<Revised<T>> {
  const found = await repository.read(id);
  if (found) return found;
  throw notFound(noun, lastOf(id));
}

/**
 * The entity, if it has the revision that the caller has read.
 * @throws DomainError `<noun>.not-found`, `if-match.stale`
 */
export async function getAtRevision<T, Id extends object>(
  noun: string,
  repository: Pick<Repository<T, never, Id, never>, 'read'>,
  id: Id,
  revision: ExpectedRevision,
): Promise<Revised<T>> {
  const found = await getEntity(noun, repository, id);
  checkRevision(found, revision);
  return found;
}

/** The text under which the entity is known, unless it is personal. */
function nameOf<T extends object>(entity: T, personal: readonly string[]): string | undefined {
  const name: unknown = Reflect.get(entity, 'name');
  return typeof name === 'string' && !personal.includes('name') ? name : undefined;
}

/** Makes the audit entry of an act on an entity. */
export function entryOf<T extends object>(noun: string, { account, table, personal }: AuditedEntity<T>) {
  return (
    origin: RequestOrigin,
    action: string,
    object: string,
    { before, after }: { readonly before?: T; readonly after?: T },
  ): AuditEntry => {
    const entity = after ?? before;
    return auditEntry(origin, {
      ...{ kind: noun, action, object, before, after, personal },
      account: entity && account(entity),
      table: entity && table?.(entity),
      name: entity && nameOf(entity, personal),
    });
  };
}

/** Returns the problem of a rejection. */
function problemsOf<T, R extends string>(
  entity: Pick<EditableEntity<never, T, never, never, never, R | WriteRejection>, 'noun' | 'parentNoun' | 'rejections'>,
) {
  const { noun, parentNoun = 'parent', rejections } = entity;
  return (rejection: R | WriteRejection, value: T, parent: object): DomainError => {
    const own = rejections?.[rejection];
    if (own) return own(value);
    if (rejection === 'parent-unknown') return notFound(parentNoun, lastOf(parent));
    if (rejection === 'exists') return conflict(noun, 'exists');
    return rejection === 'name-taken' ? conflict(noun, 'name-taken') : staleRevision();
  };
}

/** List, get and update, for an entity whose creation or deletion has rules of its own. */
export function editUseCases<
  Ports,
  T extends object,
  Parent extends object,
  Id extends object,
  Change,
  R extends string,
>(
  entity: EditableEntity<Ports, T, Parent, Id, Change, R | WriteRejection>,
): Pick<EntityUseCases<Ports, T, Parent, Id, never, Change>, 'list' | 'update'> & GetsForAll<Ports, T, Id> {
  const { noun, parentNoun = 'parent', repository } = entity;
  const problemOf = problemsOf(entity);
  const entryFor = entryOf(noun, entity.audit);
  return {
    get: (ports: Ports, id: Id) => getEntity(noun, repository(ports), id),
    async list(ports, parent, request) {
      const page = await repository(ports).list(parent, request);
      if (page) return page;
      throw notFound(parentNoun, lastOf(parent));
    },
    async update(ports, id, change, revision, origin) {
      const before = await getAtRevision(noun, repository(ports), id, revision);
      const after = entity.update(before.value, change);
      const entry = entryFor(origin, 'update', String(lastOf(id)), { before: before.value, after });
      const outcome = await repository(ports).replace(before, after, entry);
      if (outcome !== 'written') throw problemOf(outcome, after, id);
      return nextRevision(before, after);
    },
  };
}

/** The use cases of an ordinary entity. An entity with rules replaces some of them. */
export function entityUseCases<
  Ports,
  T extends object,
  Parent extends object,
  Id extends object,
  Input,
  Change,
  R extends string,
>(
  entity: OrdinaryEntity<Ports, T, Parent, Id, Input, Change, R | WriteRejection>,
): EntityUseCases<Ports, T, Parent, Id, Input, Change> & GetsForAll<Ports, T, Id> {
  const { noun, repository } = entity;
  const problemOf = problemsOf(entity);
  const entryFor = entryOf(noun, entity.audit);
  return {
    ...editUseCases(entity),
    async create(ports, parent, input, origin) {
      const value = entity.make(input, parent, ports);
      const entry = entryFor(origin, 'create', String(lastOf(entity.idOf(value))), { after: value });
      const outcome = await repository(ports).create(value, entry);
      if (outcome !== 'written') throw problemOf(outcome, value, parent);
      return { value, revision: 1 };
    },
    async remove(ports, id, revision, origin) {
      const before = await getAtRevision(noun, repository(ports), id, revision);
      const entry = entryFor(origin, 'delete', String(lastOf(id)), { before: before.value });
      const outcome = await repository(ports).remove(before, entry);
      if (outcome !== 'written') throw problemOf(outcome, before.value, id);
    },
  };
}
