import type { Caller } from '../domain/caller.ts';
import { DomainError } from '../domain/errors.ts';
import type { Page, PageRequest } from '../domain/page.ts';
import type { Repository, WriteRejection } from '../domain/repository.ts';
import { checkRevision, nextRevision, type Revised, staleRevision } from '../domain/revised.ts';

/** The sender of a request, and its `Idempotency-Key`. */
export interface RequestOrigin {
  readonly caller: Caller;
  readonly idempotencyKey: string | undefined;
}

/** The use cases of an entity. `Ports` are those of the container. */
export interface EntityUseCases<Ports, T, Parent, Id, Input, Change> {
  list(ports: Ports, parent: Parent, request: PageRequest, origin: RequestOrigin): Promise<Page<Revised<T>>>;
  create(ports: Ports, parent: Parent, input: Input, origin: RequestOrigin): Promise<Revised<T>>;
  get(ports: Ports, id: Id): Promise<Revised<T>>;
  update(ports: Ports, id: Id, change: Change, revision: number, origin: RequestOrigin): Promise<Revised<T>>;
  remove(ports: Ports, id: Id, revision: number, origin: RequestOrigin): Promise<void>;
}

/** Nouns are singular, with hyphens between words: problem codes begin with them. */
interface EditableEntity<Ports, T, Parent, Id, Change, Rejection extends string> {
  readonly noun: string;
  /** The noun of the parent. */
  readonly parentNoun?: string;
  readonly repository: (ports: Ports) => Pick<Repository<T, Parent, Id, Rejection>, 'list' | 'read' | 'replace'>;
  readonly update: (before: T, change: Change) => T;
  /** Rejections whose problem has an unusual text or code. */
  readonly rejections?: Readonly<Partial<Record<Rejection, (entity: T) => DomainError>>>;
}

/** An entity without special rules. */
export interface OrdinaryEntity<Ports, T, Parent, Id, Input, Change, Rejection extends string>
  extends EditableEntity<Ports, T, Parent, Id, Change, Rejection> {
  readonly repository: (ports: Ports) => Repository<T, Parent, Id, Rejection>;
  readonly make: (input: Input, parent: Parent, ports: Ports) => T;
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
  revision: number,
): Promise<Revised<T>> {
  const found = await getEntity(noun, repository, id);
  checkRevision(found, revision);
  return found;
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
export function editUseCases<Ports, T, Parent extends object, Id extends object, Change, R extends string>(
  entity: EditableEntity<Ports, T, Parent, Id, Change, R | WriteRejection>,
): Pick<EntityUseCases<Ports, T, Parent, Id, never, Change>, 'list' | 'get' | 'update'> {
  const { noun, parentNoun = 'parent', repository } = entity;
  const problemOf = problemsOf(entity);
  return {
    get: (ports, id) => getEntity(noun, repository(ports), id),
    async list(ports, parent, request) {
      const page = await repository(ports).list(parent, request);
      if (page) return page;
      throw notFound(parentNoun, lastOf(parent));
    },
    async update(ports, id, change, revision) {
      const before = await getAtRevision(noun, repository(ports), id, revision);
      const after = entity.update(before.value, change);
      const outcome = await repository(ports).replace(before, after);
      if (outcome !== 'written') throw problemOf(outcome, after, id);
      return nextRevision(before, after);
    },
  };
}

/** The use cases of an ordinary entity. An entity with rules replaces some of them. */
export function entityUseCases<Ports, T, Parent extends object, Id extends object, Input, Change, R extends string>(
  entity: OrdinaryEntity<Ports, T, Parent, Id, Input, Change, R | WriteRejection>,
): EntityUseCases<Ports, T, Parent, Id, Input, Change> {
  const { noun, repository } = entity;
  const problemOf = problemsOf(entity);
  return {
    ...editUseCases(entity),
    async create(ports, parent, input) {
      const value = entity.make(input, parent, ports);
      const outcome = await repository(ports).create(value);
      if (outcome !== 'written') throw problemOf(outcome, value, parent);
      return { value, revision: 1 };
    },
    async remove(ports, id, revision) {
      const before = await getAtRevision(noun, repository(ports), id, revision);
      const outcome = await repository(ports).remove(before);
      if (outcome !== 'written') throw problemOf(outcome, before.value, id);
    },
  };
}
