import { matchesFilter } from '../../functions/shared/domain/filter.ts';
import type { Page, PageRequest } from '../../functions/shared/domain/page.ts';
import type { Repository, WriteRejection } from '../../functions/shared/domain/repository.ts';
import type { Revised } from '../../functions/shared/domain/revised.ts';

/** Entities of one parent, in memory. */
export class MemoryRepository<T extends object, Parent, Id extends object, Rejection = never>
  implements Repository<T, Parent, Id, WriteRejection | Rejection>
{
  readonly stored = new Map<string, Revised<T>>();
  readonly #idOf: (entity: T) => Id;
  readonly #reject: (entity: T, others: readonly T[]) => WriteRejection | Rejection | undefined;

  /** @param reject why an entity cannot be stored among others */
  constructor(
    idOf: (entity: T) => Id,
    reject: (entity: T, others: readonly T[]) => WriteRejection | Rejection | undefined = () => undefined,
  ) {
    this.#idOf = idOf;
    this.#reject = reject;
  }

  async create(entity: T): Promise<'written' | WriteRejection | Rejection> {
    const key = JSON.stringify(this.#idOf(entity));
    if (this.stored.has(key)) return 'exists';
    return this.#write(entity, 1);
  }

  async read(id: Id): Promise<Revised<T> | undefined> {
    return this.stored.get(JSON.stringify(id));
  }

  async list(_: Parent, { limit, after = '', filter }: PageRequest): Promise<Page<Revised<T>>> {
    const position = ({ value }: Revised<T>) => String(Object.values(this.#idOf(value)).at(-1));
    const isFound = ({ value }: Revised<T>) =>
      !filter || matchesFilter(filter, (attribute) => String(Reflect.get(value, attribute)));
    const found = [...this.stored.values()].filter((each) => position(each) > after && isFound(each));
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: position(last) } : { items };
  }

  async replace(before: Revised<T>, after: T): Promise<'written' | WriteRejection | Rejection> {
    return this.#isCurrent(before) ? this.#write(after, before.revision + 1) : 'stale';
  }

  async remove(entity: Revised<T>): Promise<'written' | 'stale'> {
    if (!this.#isCurrent(entity)) return 'stale';
    this.stored.delete(JSON.stringify(this.#idOf(entity.value)));
    return 'written';
  }

  #isCurrent({ value, revision }: Revised<T>): boolean {
    return this.stored.get(JSON.stringify(this.#idOf(value)))?.revision === revision;
  }

  #write(value: T, revision: number): 'written' | WriteRejection | Rejection {
    const key = JSON.stringify(this.#idOf(value));
    const others = [...this.stored].filter(([other]) => other !== key).map(([, each]) => each.value);
    const rejection = this.#reject(value, others);
    if (rejection === undefined) this.stored.set(key, { value, revision });
    return rejection ?? 'written';
  }
}
