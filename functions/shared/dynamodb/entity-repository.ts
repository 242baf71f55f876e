import * as z from 'zod';
import type { Repository, WriteRejection } from '../domain/repository.ts';
import { nextRevision, type Revised } from '../domain/revised.ts';
import { type Item, readItem } from './attributes.ts';
import type { ControlKey } from './control-key.ts';
import {
  type ControlTable,
  claimName,
  type GuardedWrite,
  insert,
  moveName,
  mustExist,
  releaseName,
  remove,
  replace,
} from './control-table.ts';
import { readEach } from './read-each.ts';

/** Keys of the entities of one kind. An item has the attributes of its entity, and `revision`. */
export interface EntityKeys<S extends z.ZodObject, Parent, Id extends Parent> {
  readonly schema: S;
  /** The item that must exist before entities can be created or listed. */
  readonly parent?: (parent: Parent) => ControlKey;
  readonly list: (parent: Parent) => { readonly partition: string; readonly sortPrefix: string };
  readonly key: (id: Id) => ControlKey;
  readonly idOf: (entity: z.infer<S>) => Id;
  /** The claim on an entity's name; set where names are unique. */
  readonly nameKey?: (entity: z.infer<S>) => ControlKey;
}

const RevisionSchema = z.object({ revision: z.int().min(1) });

type Writes = GuardedWrite<WriteRejection>[];

/** The writes of a repository, for repositories that add conditions to them. */
export function entityWrites<S extends z.ZodObject, Parent, Id extends Parent>(keys: EntityKeys<S, Parent, Id>) {
  type Entity = z.infer<S>;
  const known = [...Object.keys(keys.schema.shape), 'revision'];
  const keyOf = (entity: Entity) => keys.key(keys.idOf(entity));
  const item = ({ value, revision }: Revised<Entity>) => ({ ...value, ...keyOf(value), revision });
  const owner = (entity: Entity) => ({ owner: keyOf(entity).SK });
  const { nameKey, parent } = keys;
  return {
    create: (created: Entity): Writes => [
      ...(parent ? [mustExist(parent(keys.idOf(created)), 'parent-unknown' as const)] : []),
      insert(item({ value: created, revision: 1 }), 'exists'),
      ...(nameKey ? [claimName(nameKey(created), owner(created), 'name-taken' as const)] : []),
    ],
    replace: (before: Revised<Entity>, after: Entity): Writes => [
      replace(item(nextRevision(before, after)), { known, revision: before.revision }, 'stale'),
      ...(nameKey ? moveName(nameKey(before.value), nameKey(after), owner(after), 'name-taken' as const) : []),
    ],
    remove: ({ value, revision }: Revised<Entity>): Writes => [
      remove(keyOf(value), revision, 'stale'),
      ...(nameKey ? [releaseName(nameKey(value), 'stale' as const)] : []),
    ],
  };
}

export function entityRepository<S extends z.ZodObject, Parent, Id extends Parent>(
  table: ControlTable,
  keys: EntityKeys<S, Parent, Id>,
): Repository<z.infer<S>, Parent, Id> {
  type Entity = z.infer<S>;
  const fromItem = (item: Item): Revised<Entity> => ({
    value: readItem(keys.schema, item),
    revision: readItem(RevisionSchema, item).revision,
  });
  const writes = entityWrites(keys);
  return {
    create: (entity, entry) => table.writeAudited(writes.create(entity), entry),
    replace: (before, after, entry) => table.writeAudited(writes.replace(before, after), entry),
    remove: (entity, entry) => table.writeAudited(writes.remove(entity), entry),
    async read(id) {
      const item = await table.get(keys.key(id));
      return item && fromItem(item);
    },
    async list(parent, request) {
      const [isThere, found] = await Promise.all([
        keys.parent ? table.get(keys.parent(parent)) : true,
        table.page(keys.list(parent), request),
      ]);
      return isThere ? { ...found, items: readEach(found.items, fromItem) } : undefined;
    },
  };
}
