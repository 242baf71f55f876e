import type { Page, PageRequest } from '../shared/domain/page.ts';
import type { Definition } from './domain/definition.ts';

/** What imports ask of definitions. Prefixes are upper case. */
export interface DefinitionReader {
  /** By its id or, whatever its case, its name; undefined if the table has none such. */
  find(prefix: string, idOrName: string): Promise<Definition | undefined>;
  findDefault(prefix: string): Promise<Definition | undefined>;
}

/** Why a definition was not written; `default-changed` means that another became the default meanwhile. */
export type DefinitionRefusal = 'name-taken' | 'stale' | 'default-changed';

/** The definition that is no longer its table's default, as it was and as it will be. */
export interface FormerDefault {
  readonly before: Definition;
  readonly after: Definition;
}

/** All that a write depends on is checked in the write itself. Every state that was ever written stays as a version. */
export interface DefinitionRepository {
  create(created: Definition, former: FormerDefault | undefined): Promise<'written' | DefinitionRefusal>;
  read(prefix: string, definitionId: string): Promise<Definition | undefined>;
  /** In the order of creation. */
  list(prefix: string, page: PageRequest): Promise<Page<Definition>>;
  /** The newest first; also those of a definition that was deleted. */
  listVersions(prefix: string, definitionId: string, page: PageRequest): Promise<Page<Definition>>;
  /** Replaces `before` if that is what is stored. */
  replace(
    before: Definition,
    after: Definition,
    former: FormerDefault | undefined,
  ): Promise<'written' | DefinitionRefusal>;
  /** Refused while something (a schedule) holds it: see `holdDefinition`. */
  delete(definition: Definition): Promise<'deleted' | 'stale' | 'in-use'>;
}
