import type { AuditEntry } from './audit/audit-entry.ts';
import type { Page, PageRequest } from './page.ts';
import type { Revised } from './revised.ts';

export type WriteRejection = 'parent-unknown' | 'exists' | 'name-taken' | 'stale';

/**
 * Stores the entities of one kind. Everything that a write depends on is checked in the write itself, which also stores
 * the audit entry of the act.
 * @typeParam Parent names what the entities belong to, and `Id` one entity, as the parameters of a path do
 */
export interface Repository<T, Parent, Id, Rejection = WriteRejection> {
  /** Stores a new entity at revision 1. */
  create(entity: T, entry: AuditEntry): Promise<'written' | Rejection>;
  read(id: Id): Promise<Revised<T> | undefined>;
  /** Returns a page in key order; undefined if the parent does not exist. */
  list(parent: Parent, request: PageRequest): Promise<Page<Revised<T>> | undefined>;
  /** Stores `after` if the entity still has the revision of `before`, and raises the revision by one. */
  replace(before: Revised<T>, after: T, entry: AuditEntry): Promise<'written' | Rejection>;
  /** Removes the entity if its revision is unchanged. */
  remove(entity: Revised<T>, entry: AuditEntry): Promise<'written' | Rejection>;
}
