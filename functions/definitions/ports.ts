import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Revised } from '../shared/domain/revised.ts';
import type { Definition, DefinitionPath } from './domain/definition.ts';

/** What imports ask of definitions. Prefixes are upper case. */
export interface DefinitionReader {
  /** By its id or, whatever its case, its name; undefined if the table has none such. */
  find(prefix: string, idOrName: string): Promise<Definition | undefined>;
  findDefault(prefix: string): Promise<Definition | undefined>;
}

/** Why a definition was not written; `default-changed` means that another became the default meanwhile. */
export type DefinitionRejection = 'name-taken' | 'stale' | 'default-changed';

/** The definition that is no longer its table's default, as it was and as it will be. */
export interface FormerDefault {
  readonly before: Revised<Definition>;
  readonly after: Definition;
}

/** All that a write depends on is checked in the write itself. Every state that was ever written stays as a version. */
export interface DefinitionRepository {
  create(created: Definition, former: FormerDefault | undefined): Promise<'written' | DefinitionRejection>;
  read(path: DefinitionPath): Promise<Revised<Definition> | undefined>;
  /** In the order of creation. */
  list(prefix: string, page: PageRequest): Promise<Page<Revised<Definition>>>;
  /** The newest first; also those of a definition that was deleted. */
  listVersions(path: DefinitionPath, page: PageRequest): Promise<Page<Revised<Definition>>>;
  /** Replaces `before` if the definition still has its revision. */
  replace(
    before: Revised<Definition>,
    after: Definition,
    former: FormerDefault | undefined,
  ): Promise<'written' | DefinitionRejection>;
  /** `in-use`: something (a schedule) holds the definition, see `holdDefinition`. */
  remove(definition: Revised<Definition>): Promise<'written' | 'stale' | 'in-use'>;
}
