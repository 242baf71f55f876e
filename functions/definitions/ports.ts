import type { Definition } from './domain/definition.ts';

/** What imports ask of definitions. Prefixes are upper case. */
export interface DefinitionReader {
  /** By its id or, whatever its case, its name; undefined if the table has none such. */
  find(prefix: string, idOrName: string): Promise<Definition | undefined>;
  findDefault(prefix: string): Promise<Definition | undefined>;
}
