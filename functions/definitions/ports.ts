import type { AuditEntry } from '../shared/domain/audit/audit-entry.ts';
import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Definition, DefinitionPath } from './domain/definition.ts';

/** The definitions for imports. Prefixes are in upper case. */
export interface DefinitionReader {
  /** By id or by name, regardless of case; undefined if the table has none. */
  find(tablePrefix: string, idOrName: string): Promise<Definition | undefined>;
  findDefault(tablePrefix: string): Promise<Definition | undefined>;
}

/** Why a definition was not written; `default-changed`: another definition became the default meanwhile. */
export type DefinitionRejection = 'name-taken' | 'stale' | 'default-changed';

/** The definition that ceases to be its table's default, before and after. */
export interface FormerDefault {
  readonly before: Revised<Definition>;
  readonly after: Definition;
}

/** Each write checks its conditions itself. Every state is kept as a version. */
export interface DefinitionRepository {
  create(
    created: Definition,
    former: FormerDefault | undefined,
    entry: AuditEntry,
  ): Promise<'written' | DefinitionRejection>;
  read(path: DefinitionPath): Promise<Revised<Definition> | undefined>;
  /** In the order of creation. */
  list(tablePrefix: string, page: PageRequest): Promise<Page<Revised<Definition>>>;
  /** The newest first; also those of a deleted definition. */
  listVersions(path: DefinitionPath, page: PageRequest): Promise<Page<Revised<Definition>>>;
  /** Replaces `before` if the definition still has its revision. */
  replace(
    before: Revised<Definition>,
    after: Definition,
    former: FormerDefault | undefined,
    entry: AuditEntry,
  ): Promise<'written' | DefinitionRejection>;
  /** `in-use`: an entity (a schedule) holds the definition, see `holdDefinition`. */
  remove(definition: Revised<Definition>, entry: AuditEntry): Promise<'written' | 'stale' | 'in-use'>;
}
